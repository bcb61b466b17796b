using Modelwright.Measures;

namespace Modelwright.Stress.Fairness;

/// <summary>How far apart the highest and the lowest of some groups are.</summary>
/// <param name="Value">The difference, or the lowest over the highest.</param>
/// <param name="Lower">Lower end of the interval.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Highest">The 0-based place of the group with the highest figure.</param>
/// <param name="Lowest">That of the lowest.</param>
/// <remarks>
/// The highest less the lowest of many groups is above 0 by chance alone, so it has no interval of its own. But where the differences of all pairs
/// lie in their intervals at once, so does the largest: its bounds are the largest lower and the largest upper one. The interval of a pair comes from the two limits of each
/// group (Zou &amp; Donner 2008; for shares Newcombe 1998), which holds at rates of 0 and 1 too; that of a ratio the same way on the log.
/// </remarks>
internal sealed record GroupGap(double Value, double Lower, double Upper, int Highest, int Lowest)
{
    /// <summary>The highest less the lowest.</summary>
    /// <param name="groups">Two or more, with intervals at the level of all pairs together.</param>
    public static GroupGap Difference(IReadOnlyList<Estimate> groups)
    {
        var (highest, lowest) = Ends(groups);
        var (lower, upper) = (0.0, 0.0);
        foreach (var (high, low) in Pairs(groups))
        {
            var away = high.Value - low.Value;
            lower = Math.Max(lower, away - Way(high.Value - high.Lower, low.Upper - low.Value));
            upper = Math.Max(upper, away + Way(high.Upper - high.Value, low.Value - low.Lower));
        }

        return new(groups[highest].Value - groups[lowest].Value, lower, upper, highest, lowest);
    }

    /// <summary>The lowest over the highest, for figures of 0 or more; 1 where all are 0.</summary>
    /// <param name="groups">Two or more, with intervals at the level of all pairs together.</param>
    public static GroupGap Ratio(IReadOnlyList<Estimate> groups)
    {
        var (highest, lowest) = Ends(groups);
        var (lower, upper) = (1.0, 1.0);
        foreach (var (high, low) in Pairs(groups))
        {
            var (least, most) = Ratio(low, high);
            (lower, upper) = (Math.Min(lower, least), Math.Min(upper, most));
        }

        var value = groups[highest].Value > 0 ? groups[lowest].Value / groups[highest].Value : 1;
        return new(value, Math.Min(lower, value), Math.Max(upper, value), highest, lowest);
    }

    private static (double Lower, double Upper) Ratio(Estimate over, Estimate under)
    {
        if (!(over.Value > 0 && over.Lower > 0 && under.Value > 0 && under.Lower > 0))
        {
            // Where a rate is 0 there is no log of it; the ends of both intervals still bound the ratio.
            return (under.Upper > 0 ? over.Lower / under.Upper : 0, under.Lower > 0 ? over.Upper / under.Lower : double.PositiveInfinity);
        }

        var middle = Math.Log(over.Value / under.Value);
        var below = Way(Math.Log(over.Value / over.Lower), Math.Log(under.Upper / under.Value));
        var above = Way(Math.Log(over.Upper / over.Value), Math.Log(under.Value / under.Lower));
        return (Math.Exp(middle - below), Math.Exp(middle + above));
    }

    private static double Way(double one, double other) => Math.Sqrt((one * one) + (other * other));

    private static IEnumerable<(Estimate High, Estimate Low)> Pairs(IReadOnlyList<Estimate> groups) =>
        from high in groups from low in groups where !ReferenceEquals(high, low) select (high, low);

    private static (int Highest, int Lowest) Ends(IReadOnlyList<Estimate> groups)
    {
        int[] places = [.. Enumerable.Range(0, groups.Count)];
        return (places.MaxBy(place => groups[place].Value), places.MinBy(place => groups[place].Value));
    }
}
