using Modelwright.Core.Learning;

namespace Modelwright.Learners.Neighbors;

/// <summary>The settings worth trying.</summary>
internal static class NeighborPortfolio
{
    /// <summary>Rows are not cut below this to save time or size.</summary>
    private const int FewestRows = 1000;

    /// <summary>Rows that are answered after a fit, for each row of it: those of a fold.</summary>
    private const double AnswersOfRow = 0.2;

    /// <summary>Settings, best first.</summary>
    public static IReadOnlyList<ParameterValues> Of(DataShape shape)
    {
        var plain = ParameterValues.Default;
        var manhattan = plain.With(NeighborParameters.Metric.Name, "manhattan");
        ParameterValues[] settings =
        [
            plain,
            manhattan,
            manhattan.With(NeighborParameters.Relevance.Name, 2),
            plain.With(NeighborParameters.Relevance.Name, 0),
            plain.With(NeighborParameters.Weights.Name, "uniform"),
            plain.With(NeighborParameters.Metric.Name, "cosine"),
        ];
        return [.. settings.Select(setting => Bounded(shape, setting)).DistinctBy(setting => setting.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>Fewer rows where the time or the size does not bear all of them.</summary>
    private static ParameterValues Bounded(DataShape shape, ParameterValues values)
    {
        var rows = shape.Rows;
        while (rows > FewestRows && !Fits(shape, NeighborParameters.Read(values) with { MaxRows = rows }))
        {
            rows = Math.Max(FewestRows, rows * 4 / 5);
        }

        return rows < shape.Rows ? values.With(NeighborParameters.MaxRows.Name, rows) : values;
    }

    private static bool Fits(DataShape shape, NeighborChoice choice)
    {
        var cost = NeighborCost.Estimate(shape, choice);
        return cost.Seconds + (cost.RowSeconds * AnswersOfRow * shape.Rows) <= shape.Seconds && NeighborCost.FormBytes(shape, Math.Min(shape.Rows, choice.MaxRows)) <= shape.Bytes;
    }
}
