using System.Globalization;

namespace Modelwright.Stress.Fairness;

/// <summary>A gap in words that claim no more than its interval does.</summary>
internal static class GapWords
{
    /// <summary>Says it.</summary>
    /// <param name="column">The column.</param>
    /// <param name="gap">The gap.</param>
    /// <param name="title">What is compared.</param>
    /// <param name="ends">The figure of the highest and of the lowest group.</param>
    /// <param name="measure">The measure.</param>
    public static string Say(string column, FairnessGap gap, string title, (double Highest, double Lowest) ends, FairnessMeasure measure)
    {
        var unit = measure.Unit == 1 ? "" : " standard deviations of the target";
        var figures = string.Create(CultureInfo.InvariantCulture, $"The {title} is {ends.Highest:0.###}{unit} where '{column}' is '{gap.Highest}' and {ends.Lowest:0.###} where it is '{gap.Lowest}'");
        return measure.IsRatio
            ? string.Create(CultureInfo.InvariantCulture, $"{figures}, which is {gap.Value:0.###} of it ({gap.Lower:0.###} … {gap.Upper:0.###}; {gap.ByChance:0.###} by chance alone). {RatioVerdict(gap)}")
            : string.Create(CultureInfo.InvariantCulture, $"{figures}, {gap.Value:0.###} apart ({gap.Lower:0.###} … {gap.Upper:0.###}; {gap.ByChance:0.###} by chance alone). {Verdict(gap)}");
    }

    private static string Verdict(FairnessGap gap) => gap switch
    {
        { IsFlagged: true } => string.Create(CultureInfo.InvariantCulture, $"That is more than {gap.Allowed:0.###} beyond doubt."),
        { Lower: > 0 } => string.Create(CultureInfo.InvariantCulture, $"They differ, but that it is by more than {gap.Allowed:0.###} is not proven."),
        _ when gap.Upper <= gap.Allowed => string.Create(CultureInfo.InvariantCulture, $"That may be chance, and it is no more than {gap.Allowed:0.###}."),
        _ => "That may be chance.",
    };

    private static string RatioVerdict(FairnessGap gap) => gap switch
    {
        { IsFlagged: true } => "That is below four fifths beyond doubt.",
        { Upper: < 1 } => "They differ, but that it is below four fifths is not proven.",
        _ when gap.Lower >= gap.Allowed => "That may be chance, and it is no less than four fifths.",
        _ => "That may be chance.",
    };
}
