using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections;

/// <summary>Which columns matter.</summary>
internal static class ImportanceSection
{
    private const int Most = 15;

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        if (ground.Evidence.Importances is not { Columns.Count: > 0 } importances)
        {
            yield break;
        }

        var title = ReportGround.TitleOf(importances.Metric);
        yield return new Prose($"How much worse {title} becomes where the values of a column are shuffled among {Numbers.Count(importances.Rows)} rows that the model had not seen ({ReportGround.RowsInWords(importances.Data)}), {Numbers.Count(importances.Repeats)} times. Columns that say the same share their importance, so one of them alone may look of little use.");
        yield return new BarChart
        {
            Title = "Importance of columns",
            Reading = $"Loss of {title} by shuffling, with its 95 % interval; a column whose interval holds 0 may be of no use.",
            Axis = $"loss of {title}",
            Names = "column",
            Bars = [.. importances.Columns.Take(Most).Select(column => new ChartBar(column.Column, column.Value) { Lower = column.Lower, Upper = column.Upper })],
        };
        var left = importances.Columns.Count + importances.LeftOut - Most;
        if (left > 0)
        {
            yield return new Prose($"{Numbers.Count(left)} more columns matter less; those that were measured are in evidence.json.");
        }
    }
}
