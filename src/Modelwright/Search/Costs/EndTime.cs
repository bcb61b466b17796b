using Modelwright.Validation;

namespace Modelwright.Search.Costs;

/// <summary>What the end of a run takes beyond the usual on wide tables and on targets of many classes: figures, calibration, report and package.</summary>
internal static class EndTime
{
    /// <summary>Seconds a column: its place in plan, evidence, statistics and report.</summary>
    private const double SecondsPerColumn = 1.5e-4;

    /// <summary>Seconds a probability that is calibrated, ranked and counted by every metric.</summary>
    private const double SecondsPerNumber = 1.5e-6;

    /// <summary>The most rows that are scored.</summary>
    private const int MostRows = 10_000;

    /// <summary>Share of the rows that are scored where some are sealed.</summary>
    private const double ShareSealed = 0.2;

    /// <summary>Seconds.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="width">Numbers that the model answers a row.</param>
    /// <param name="isSealed">Whether a part of them is scored, or all.</param>
    public static double Of(LabelledRows rows, int width, bool isSealed)
    {
        var scored = Math.Min(MostRows, rows.Table.RowCount * (isSealed ? ShareSealed : 1));
        return (rows.Schema.Columns.Count * SecondsPerColumn) + (scored * width * SecondsPerNumber);
    }
}
