namespace Modelwright.Monitoring.References;

/// <summary>How often a class is true where the model gives it some probability: a line between points, level beyond them.</summary>
/// <param name="At">Probabilities that the model gives, ascending.</param>
/// <param name="Share">How often the class was true there; never falls.</param>
internal sealed record CalibrationLine(double[] At, double[] Share)
{
    /// <summary>The share at a probability.</summary>
    public double Of(double probability)
    {
        if (At.Length == 0)
        {
            return probability;
        }

        var place = Array.BinarySearch(At, probability);
        if (place >= 0)
        {
            return Share[place];
        }

        var after = ~place;
        if (after == 0 || after == At.Length)
        {
            return Share[after == 0 ? 0 : ^1];
        }

        var way = (probability - At[after - 1]) / (At[after] - At[after - 1]);
        return Share[after - 1] + (way * (Share[after] - Share[after - 1]));
    }
}
