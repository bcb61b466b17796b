using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections;

/// <summary>Which columns matter to the model.</summary>
internal static class ImportanceSection
{
    private const int Most = 15;

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        if (ground.Evidence.Importances is not { } importances)
        {
            yield break;
        }

        var title = ReportGround.TitleOf(importances.Metric);
        var left = Math.Max(0, importances.Columns.Count - Most) + importances.LeftOut;
        yield return new BarChart
        {
            Title = "Permutation importance",
            Reading = $"How much worse {title} gets where a column is shuffled among {Numbers.Count(importances.Rows)} rows that the model has not seen, {importances.Repeats} times, with 95 % intervals. About 0 means that the model does as well without it. Columns that say the same share what they are worth.{(left > 0 ? $" {Numbers.Count(left)} columns of less use are in evidence.json." : "")}",
            Axis = $"how much worse {title} gets",
            Names = "column",
            Bars = [.. importances.Columns.Take(Most).Where(one => double.IsFinite(one.Value)).Select(one => new ChartBar(one.Column, one.Value) { Lower = one.Lower, Upper = one.Upper })],
        };
    }
}
