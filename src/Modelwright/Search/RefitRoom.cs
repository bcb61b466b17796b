using Modelwright.Core.Data;
using Modelwright.Search.Costs;
using Modelwright.Validation;

namespace Modelwright.Search;

/// <summary>How many rows a fit of a candidate can hold in the bytes it may take beside the rows themselves.</summary>
/// <param name="rows">All rows; columns that a learner takes as they are cost nothing.</param>
/// <param name="bytes">What a fit may take.</param>
internal sealed class RefitRoom(LabelledRows rows, long bytes)
{
    private readonly CostModel _costs = new(rows, splits: 1, trainingShare: 1, threads: 1);

    /// <summary>Whether every fit can hold all rows, as nothing is scarce.</summary>
    public bool IsUnlimited => bytes == long.MaxValue;

    /// <summary>The most rows, at least one: all where they fit as they lie, else as many as can be copied and fitted.</summary>
    public int RowsFor(Candidate candidate)
    {
        var all = rows.Table.RowCount;
        if (IsUnlimited || Needs(candidate, all, perRow: 0) <= bytes)
        {
            return all;
        }

        var copied = rows.Table.Columns.Sum(column => column.Type == ColumnType.Category ? sizeof(int) : sizeof(double));
        var (least, most) = (1, Math.Max(1, all - 1));
        while (least < most)
        {
            var middle = (int)(((long)least + most + 1) / 2);
            (least, most) = Needs(candidate, middle, copied) <= bytes ? (middle, most) : (least, middle - 1);
        }

        return most;
    }

    private double Needs(Candidate candidate, int count, double perRow)
    {
        var learner = candidate.Learner;
        var shape = _costs.ShapeFor(learner.Info) with { Rows = count };
        var shared = learner.Info.TakesMissing ? rows.Schema.Features.Count(column => column.Type == ColumnType.Number) : 0;
        var made = (sizeof(double) * (double)(shape.Numbers - shared)) + (sizeof(int) * (double)shape.Categories);
        return learner.Estimate(shape, candidate.Values).Bytes + (count * (made + perRow));
    }
}
