using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Bayes;

/// <summary>A column cut into cells.</summary>
/// <param name="Input">The column as the form is to read it.</param>
/// <param name="Edges">For a number, the largest value of each cell but the last.</param>
/// <param name="Cells">The cell of each row; -1 for none.</param>
/// <param name="Count">Number of cells.</param>
internal sealed record CellColumn(FormInput Input, double[] Edges, int[] Cells, int Count)
{
    /// <summary>Levels that have a cell of their own; the most frequent have.</summary>
    private const int MostLevels = 1_000;

    /// <summary>Cuts a column.</summary>
    public static CellColumn Of(Column column, int bins) => column is NumberColumn numbers ? OfNumbers(numbers, bins) : OfLevels((CategoryColumn)column);

    private static CellColumn OfNumbers(NumberColumn column, int bins)
    {
        var values = new double[column.RowCount];
        column.Values.CopyTo(values);
        double[] sorted = [.. values.Where(value => !double.IsNaN(value))];
        Array.Sort(sorted);
        var edges = Cut(sorted, bins);
        return new(new(column.Name, ColumnType.Number, []), edges, Array.ConvertAll(values, value => Cell(value, edges)), edges.Length + 1);
    }

    /// <summary>Half way between two values, so that a value of training falls on its own side.</summary>
    private static double[] Cut(double[] sorted, int bins)
    {
        List<double> edges = [];
        for (var start = 0; start < sorted.Length;)
        {
            var end = start + Math.Max(1, (sorted.Length - start) / Math.Max(1, bins - edges.Count));
            while (end < sorted.Length && sorted[end] == sorted[end - 1])
            {
                end++;
            }

            if (end < sorted.Length && edges.Count < bins - 1)
            {
                var (low, high) = (sorted[end - 1], sorted[end]);
                var middle = (low / 2) + (high / 2);
                edges.Add(middle >= low && middle < high ? middle : low);
            }

            start = end;
        }

        return [.. edges];
    }

    private static int Cell(double value, double[] edges)
    {
        var place = Array.BinarySearch(edges, value);
        return double.IsNaN(value) ? -1 : place >= 0 ? place : ~place;
    }

    private static CellColumn OfLevels(CategoryColumn column)
    {
        var codes = new int[column.RowCount];
        column.Codes.CopyTo(codes);
        var counts = new int[column.Levels.Count];
        foreach (var code in codes)
        {
            if (code >= 0)
            {
                counts[code]++;
            }
        }

        int[] kept = [.. Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0).OrderByDescending(code => counts[code]).Take(MostLevels).Order()];
        var cellOf = new int[counts.Length];
        Array.Fill(cellOf, -1);
        for (var cell = 0; cell < kept.Length; cell++)
        {
            cellOf[kept[cell]] = cell;
        }

        return new(new(column.Name, ColumnType.Category, [.. kept.Select(code => column.Levels[code])]), [], Array.ConvertAll(codes, code => code < 0 ? -1 : cellOf[code]), kept.Length);
    }
}
