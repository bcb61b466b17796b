using Modelwright.Core.Learning;

namespace Modelwright.Learners.Anomaly.Histogram;

/// <summary>What can be set of histograms.</summary>
internal static class HistogramParameters
{
    /// <summary>Cells of equal width, or of about equally many rows.</summary>
    public static ParameterSpec Cells { get; } = ParameterSpec.Choice("cells", ["equal_width", "equal_rows"], "Whether a column is cut into cells of equal width (static), or of about equally many rows (dynamic), which follow long tails closer.");

    /// <summary>Number of cells.</summary>
    public static ParameterSpec Bins { get; } = ParameterSpec.Integer("bins", (0, 1000), 0, "Cells of a column at most; 0 chooses by the data: by penalised likelihood for cells of equal width, the square root of the rows for cells of equally many.");

    /// <summary>All of them, in the order shown.</summary>
    public static IReadOnlyList<ParameterSpec> All { get; } = [Cells, Bins];
}
