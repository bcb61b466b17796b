using Modelwright.Core.Data;
using Modelwright.Monitoring.Drift;
using Modelwright.Monitoring.Quality;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Monitoring.References;

/// <summary>Columns with what is kept of them.</summary>
/// <param name="Columns">What is kept.</param>
/// <param name="Cells">The columns as they are compared.</param>
/// <param name="Codes">The bin of each row, one list a column.</param>
internal sealed record SurveyedColumns(IReadOnlyList<ReferenceColumn> Columns, IReadOnlyList<Column> Cells, IReadOnlyList<int[]> Codes)
{
    /// <summary>Looks at columns.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="counts">What was missing, unseen or unreadable, where that is known.</param>
    public static SurveyedColumns Of(IReadOnlyList<Column> columns, IReadOnlyList<ColumnCounts> counts)
    {
        Column[] cells = [.. columns.Select(ColumnCells.Comparable)];
        var rows = cells.Length == 0 ? 0 : cells[0].RowCount;
        var statistics = BaselineStatistics.Of(new(cells, rows), new([.. cells.Select(cell => new ColumnSpec(cell.Name, cell.Type))])).Columns;
        var known = counts.ToDictionary(count => count.Column, StringComparer.Ordinal);
        var (kept, codes) = (new List<ReferenceColumn>(), new List<int[]>());
        for (var place = 0; place < cells.Length; place++)
        {
            var missing = Enumerable.Range(0, rows).Count(columns[place].IsMissing);
            var column = ReferenceColumn.Of(statistics[place], rows, missing);
            var bins = ColumnCells.Codes(cells[place], column);
            codes.Add(bins);
            kept.Add(Parts(column with
            {
                Shares = ColumnCells.Shares(bins, column.Shares.Length, 0, rows).Shares,
                Unseen = known.GetValueOrDefault(column.Name)?.Unseen ?? 0,
                Unreadable = known.GetValueOrDefault(column.Name)?.Unreadable ?? 0,
                Outside = column.Edges.Length > 1 ? ValueRange.Outside(cells[place], column.Edges).Outside : null,
            }, columns[place], bins));
        }

        return new(kept, cells, codes);
    }

    private static ReferenceColumn Parts(ReferenceColumn column, Column values, int[] codes)
    {
        var (usual, mostMissing) = (0.0, 0.0);
        foreach (var (from, to) in HonestParts.Of(codes.Length))
        {
            mostMissing = Math.Max(mostMissing, Enumerable.Range(from, to - from).Count(values.IsMissing) / (double)(to - from));
            var (own, count) = ColumnCells.Shares(codes, column.Shares.Length, from, to);
            var others = column.Values - count;
            if (count < 2 || others < 2)
            {
                continue;
            }

            double[] rest = [.. column.Shares.Zip(own, (all, part) => Math.Max(0, ((all * column.Values) - (part * count)) / others))];
            if (SharesTest.Chance(own, count, rest, others) <= HonestParts.MostChance)
            {
                usual = Math.Max(usual, Distances.Corrected(own, count, rest, others));
            }
        }

        return column with { UsualDistance = usual, MostMissing = mostMissing };
    }
}
