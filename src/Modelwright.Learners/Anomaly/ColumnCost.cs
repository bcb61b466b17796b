using Modelwright.Core.Learning;

namespace Modelwright.Learners.Anomaly;

/// <summary>What it costs to sort each column and ask it.</summary>
internal static class ColumnCost
{
    /// <summary>The estimate.</summary>
    /// <param name="shape">The data.</param>
    /// <param name="answer">Seconds to ask one column for one row.</param>
    public static FitCost Estimate(DataShape shape, double answer)
    {
        var (rows, columns) = (Math.Max(2.0, shape.Rows), Math.Max(1.0, shape.Features));
        return new((columns * rows * ((Math.Log2(rows) * 4e-9) + 1e-8)) + (columns * 1e-6) + 2e-5, (long)((rows * 16) + (columns * 24_000)))
        {
            RowSeconds = columns * answer,
        };
    }
}
