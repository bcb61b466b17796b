using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Neighbors;

namespace Modelwright.Learners.Neighbors;

/// <summary>Lays out the space in which rows are compared: columns that tell of the target by themselves are stretched.</summary>
internal static class PointSpace
{
    /// <summary>Added to every column's relevance: what tells nothing by itself may tell much beside others.</summary>
    private const double Floor = 0.02;

    /// <summary>The space of a training set; looks at all its rows, whatever part of them is held.</summary>
    public static NeighborSpace Of(TrainingSet data, NeighborChoice choice, CancellationToken cancellation)
    {
        NumberColumn[] columns = [.. data.Features.Columns.Cast<NumberColumn>().Where(ColumnChecks.Varies)];
        ColumnSpread[] spreads = [.. columns.Select(ColumnSpread.Of)];
        var used = Enumerable.Range(0, columns.Length).Where(column => spreads[column].Scale > 0).ToArray();
        var stretches = Stretches(data, [.. used.Select(column => columns[column])], choice.Relevance, cancellation);
        return new(
            [.. used.Select(column => new FormInput(columns[column].Name, ColumnType.Number, []))],
            [.. used.Select(column => choice.Metric == NeighborMetric.Cosine && spreads[column].Scale == 1 ? 0 : spreads[column].Center)],
            [.. used.Select((column, place) => spreads[column].Scale * stretches[place])],
            choice.Metric);
    }

    private static double[] Stretches(TrainingSet data, NumberColumn[] columns, double power, CancellationToken cancellation)
    {
        if (power == 0 || columns.Length == 0)
        {
            return [.. columns.Select(_ => 1.0)];
        }

        var shares = ColumnRelevance.Of(columns, new TargetShares(data, ColumnRelevance.MostRows), cancellation);
        var most = shares.Max();
        return [.. shares.Select(share => Math.Pow((share + Floor) / (most + Floor), power / 2))];
    }
}
