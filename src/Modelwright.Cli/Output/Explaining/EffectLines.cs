using System.Globalization;
using Modelwright.Recording.Insights;

namespace Modelwright.Cli.Output.Explaining;

/// <summary>Effects in words: the values where the mean answer is lowest and highest.</summary>
internal static class EffectLines
{
    /// <summary>A line for each column; of several classes only the first.</summary>
    public static IEnumerable<string> Of(IEnumerable<Effect> effects) =>
        effects.GroupBy(effect => effect.Column, StringComparer.Ordinal).Select(group => group.First()).Where(effect => effect.Points.Count > 1).Select(Line);

    private static string Line(Effect effect)
    {
        var (low, high) = (effect.Points.MinBy(point => point.Mean)!, effect.Points.MaxBy(point => point.Mean)!);
        var what = effect.Output is { } output ? $"the probability of '{output}'" : "the answer";
        return $"{effect.Column}: {what} is {Numbers.Short(low.Mean)} on average at {Text(effect, low)} and {Numbers.Short(high.Mean)} at {Text(effect, high)}.";
    }

    private static string Text(Effect effect, EffectPoint point) => point.Level is { } level ? $"'{Screen.Shorten(level, 40)}'"
        : effect.Kind == "time" && point.Value is >= 0 and < 3_652_059 ? new DateTime((long)(point.Value.Value * TimeSpan.TicksPerDay), DateTimeKind.Unspecified).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : Numbers.Short(point.Value ?? double.NaN);
}
