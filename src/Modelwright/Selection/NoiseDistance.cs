namespace Modelwright.Selection;

/// <summary>How far a column is from noise.</summary>
/// <param name="Hits">Rounds in which it gained more than the best of the shadows.</param>
/// <param name="ChanceAlone">The share of all shadows that gained as much as it does on average: how likely noise does, for one column that is looked at alone.</param>
internal sealed record NoiseDistance(int Hits, double ChanceAlone)
{
    /// <summary>How likely the best of all columns has as many hits where none tells anything: corrected for their number.</summary>
    public double PValue => (1.0 + NoiseComparison.Rounds - Hits) / (1 + NoiseComparison.Rounds);
}
