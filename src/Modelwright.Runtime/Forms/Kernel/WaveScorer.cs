namespace Modelwright.Runtime.Forms.Kernel;

/// <summary>Waves.</summary>
internal sealed class WaveScorer(WaveExpansion expansion) : ExpansionScorer(expansion)
{
    /// <inheritdoc/>
    protected override void Fill(ReadOnlySpan<double> place, Span<double> functions) => expansion.At(place, functions);
}
