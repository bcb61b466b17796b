using Modelwright.Core.Data;

namespace Modelwright.Profile.Relations;

/// <summary>Cuts columns into bins: numbers and times at quantiles, or one a value where there are few; levels by how often they come.</summary>
internal static class Binning
{
    /// <summary>Bins of a column, that of missing values not counted.</summary>
    public const int MostBins = 64;

    /// <summary>The bins of a column.</summary>
    public static BinnedColumn Of(Column column) => column switch
    {
        NumberColumn numbers => Ordered(column.Name, Values(numbers)),
        TimeColumn times => Ordered(column.Name, Values(times)),
        CategoryColumn levels => Levels(levels),
        _ => Texts((TextColumn)column),
    };

    /// <summary>The bins of numbers; NaN is missing.</summary>
    public static BinnedColumn Ordered(string name, double[] values)
    {
        double[] sorted = [.. values.Where(value => !double.IsNaN(value)).Order()];
        double[] distinct = [.. DistinctOf(sorted).Take(MostBins + 1)];
        var isExact = distinct.Length <= MostBins;
        double[] edges = isExact ? distinct : [.. Edges(sorted)];
        var codes = new ushort[values.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = double.IsNaN(values[row]) ? BinnedColumn.Missing : (ushort)(1 + PlaceOf(edges, values[row]));
        }

        return new(name, codes, edges.Length + 1, IsOrdered: true, isExact);
    }

    /// <summary>The values of a number column; NaN is missing.</summary>
    public static double[] Values(NumberColumn column)
    {
        var values = new double[column.RowCount];
        column.Values.CopyTo(values);
        return values;
    }

    /// <summary>Points in time as days since 0001-01-01; NaN is missing.</summary>
    public static double[] Values(TimeColumn column)
    {
        var ticks = new long[column.RowCount];
        column.Values.CopyTo(ticks);
        return Array.ConvertAll(ticks, tick => tick == TimeColumn.Missing ? double.NaN : tick / (double)TimeSpan.TicksPerDay);
    }

    private static BinnedColumn Levels(CategoryColumn column)
    {
        var codes = new int[column.RowCount];
        column.Codes.CopyTo(codes);
        return Frequent(column.Name, codes, column.Levels.Count);
    }

    private static BinnedColumn Texts(TextColumn column)
    {
        var codeOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var codes = new int[column.RowCount];
        for (var row = 0; row < codes.Length; row++)
        {
            if (column.Values.At(row) is not { } text)
            {
                codes[row] = CategoryColumn.Missing;
            }
            else if (!codeOf.TryGetValue(text, out codes[row]))
            {
                codes[row] = codeOf.Count;
                codeOf.Add(text, codes[row]);
            }
        }

        return Frequent(column.Name, codes, codeOf.Count);
    }

    // The most frequent levels have a bin each, all others share the last.
    private static BinnedColumn Frequent(string name, int[] codes, int levels)
    {
        var counts = new int[levels];
        foreach (var code in codes)
        {
            if (code >= 0)
            {
                counts[code]++;
            }
        }

        int[] kept = [.. Enumerable.Range(0, levels).Where(level => counts[level] > 0).OrderByDescending(level => counts[level]).ThenBy(level => level).Take(MostBins)];
        var rest = (ushort)(kept.Length + 1);
        var isExact = kept.Length == counts.Count(count => count > 0);
        var binOf = new ushort[levels];
        Array.Fill(binOf, rest);
        for (var place = 0; place < kept.Length; place++)
        {
            binOf[kept[place]] = (ushort)(place + 1);
        }

        return new(name, Array.ConvertAll(codes, code => code < 0 ? BinnedColumn.Missing : binOf[code]), isExact ? rest : rest + 1, IsOrdered: false, isExact);
    }

    // Upper edges of the bins; a value that comes often fills a bin alone, as equal edges fall together.
    private static IEnumerable<double> Edges(double[] sorted) =>
        Enumerable.Range(1, MostBins).Select(bin => sorted[Math.Max(0, (int)((long)bin * sorted.Length / MostBins) - 1)]).Distinct();

    private static IEnumerable<double> DistinctOf(double[] sorted)
    {
        for (var place = 0; place < sorted.Length; place++)
        {
            if (place == 0 || sorted[place] != sorted[place - 1])
            {
                yield return sorted[place];
            }
        }
    }

    private static int PlaceOf(double[] edges, double value)
    {
        var place = Array.BinarySearch(edges, value);
        return Math.Min(place < 0 ? ~place : place, edges.Length - 1);
    }
}
