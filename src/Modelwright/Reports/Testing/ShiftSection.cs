using Modelwright.Reports.Content;
using Modelwright.Stress;
using Modelwright.Stress.Shifts;

namespace Modelwright.Reports.Testing;

/// <summary>What the model is worth where rows come otherwise.</summary>
internal static class ShiftSection
{
    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(StressReport test)
    {
        var shifts = test.Shifts.Where(shift => double.IsFinite(shift.Value)).OrderByDescending(shift => Away(test, shift)).ToArray();
        if (shifts.Length == 0)
        {
            yield break;
        }

        yield return new Prose("The same answers, with rows weighed or chosen as they might come another time: other shares of the classes, more rows at one end of a column, one group alone, the later rows. What moves the metric furthest stands first. A metric may move because such rows are harder or easier for anyone, not because the model fails on them.");
        var title = ReportGround.TitleOf(test.Metric);
        yield return Grid.Of("", $"rows|>{title}|>95 % interval|>from {Numbers.Short(test.Calm.Value)}|>rows' worth", shifts.Select(shift => (IReadOnlyList<string>)
        [
            shift.Case,
            Numbers.Short(shift.Value),
            $"{Numbers.Short(shift.Lower)} … {Numbers.Short(shift.Upper)}",
            $"{(shift.Value >= test.Calm.Value ? "+" : "−")}{Numbers.Short(Away(test, shift))}",
            Numbers.Count((long)shift.Rows),
        ]));
    }

    private static double Away(StressReport test, ShiftScore shift) => Math.Abs(shift.Value - test.Calm.Value);
}
