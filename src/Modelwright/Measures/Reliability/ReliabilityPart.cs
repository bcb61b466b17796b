using Modelwright.Measures.Intervals;

namespace Modelwright.Measures.Reliability;

/// <summary>A probability that was said, and whether it came true.</summary>
internal readonly record struct Claim(double Probability, bool CameTrue, double Weight);

/// <summary>The claims of one bin, added up.</summary>
/// <param name="Bin">The bin as a person sees it.</param>
/// <param name="Weight">The weight of its rows.</param>
/// <param name="ChanceSquare">The variance of the observed share: what chance adds to the squared distance.</param>
internal sealed record ReliabilityPart(ReliabilityBin Bin, double Weight, double ChanceSquare)
{
    /// <summary>The weighted mean probability.</summary>
    public double Predicted => Bin.Predicted;

    /// <summary>The weighted share that came true.</summary>
    public double Observed => Bin.Observed;

    /// <summary>Adds up claims in ascending order.</summary>
    public static ReliabilityPart Of(ReadOnlySpan<Claim> claims)
    {
        var (weight, squares, said, came) = (0.0, 0.0, 0.0, 0.0);
        foreach (var claim in claims)
        {
            weight += claim.Weight;
            squares += claim.Weight * claim.Weight;
            said += claim.Weight * claim.Probability;
            came += claim.CameTrue ? claim.Weight : 0;
        }

        // Rows of equal weight that tell as much as these.
        var rows = weight * weight / squares;
        var observed = Math.Clamp(came / weight, 0, 1);
        var chance = observed * (1 - observed) / Math.Max(1, rows - 1);
        var spread = new Spread(Math.Sqrt(observed * (1 - observed) / rows), claims.Length, claims.Length) { Support = rows };
        var (lower, upper) = claims.Length < 2 ? (0, 1) : IntervalEnds.Of(IntervalScale.Share, (0, 1), observed, spread);
        return new(new(claims[0].Probability, claims[^1].Probability, said / weight, observed, lower, upper, claims.Length), weight, chance);
    }
}
