using Modelwright.Core.Data;
using Modelwright.Monitoring.References;

namespace Modelwright.Monitoring.Quality;

/// <summary>
/// How many rows repeat others. That share grows with the rows, so what is to be expected of a window comes from how often rows of
/// the reference repeat, by the rarefaction curve of Hurlbert 1971: the same at any size of window.
/// </summary>
internal static class Repeats
{
    private const int MostRows = 200_000;
    private const ulong Prime = 1099511628211;

    /// <summary>Counts rows by how often they occur.</summary>
    /// <param name="columns">The columns that make a row.</param>
    public static ReferenceRepeats Of(IReadOnlyList<Column> columns)
    {
        var rows = columns.Count == 0 ? 0 : Math.Min(MostRows, columns[0].RowCount);
        var hashes = new ulong[rows];
        foreach (var column in columns)
        {
            for (var row = 0; row < rows; row++)
            {
                hashes[row] = unchecked((hashes[row] ^ Hash(column, row)) * Prime);
                hashes[row] ^= hashes[row] >> 29;
            }
        }

        var groups = hashes.CountBy(hash => hash).CountBy(group => group.Value).OrderBy(pair => pair.Key).ToArray();
        return new(rows, [.. groups.Select(pair => pair.Key)], [.. groups.Select(pair => pair.Value)]);
    }

    /// <summary>Rows that repeat an earlier one.</summary>
    public static int Repeated(ReferenceRepeats counted) => counted.Rows - counted.Groups.Sum();

    /// <summary>How many rows of a window are expected to repeat others, and the most that the variance of it is.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="rows">Rows of the window; where they are more than those of the reference they count as drawn with replacement, which expects more.</param>
    public static (double Mean, double Variance) Expected(ReferenceRepeats reference, int rows)
    {
        var (different, variance) = (0.0, 0.0);
        for (var place = 0; place < reference.Times.Length; place++)
        {
            var absent = Absent(reference.Rows, reference.Times[place], rows);
            different += reference.Groups[place] * (1 - absent);
            variance += reference.Groups[place] * absent * (1 - absent);
        }

        return (Math.Max(0, rows - different), variance);
    }

    private static double Absent(int all, int times, int rows)
    {
        if (rows >= all)
        {
            return Math.Pow(1 - ((double)times / all), rows);
        }

        var absent = 1.0;
        for (var place = 0; place < times && absent > 0; place++)
        {
            absent *= Math.Max(0, (double)(all - rows - place) / (all - place));
        }

        return absent;
    }

    private static ulong Hash(Column column, int row) => column switch
    {
        NumberColumn number => (ulong)BitConverter.DoubleToInt64Bits(number.Values.At(row)) * 0x9E3779B97F4A7C15,
        CategoryColumn category => (ulong)(uint)category.Codes.At(row) * 0xBF58476D1CE4E5B9,
        TimeColumn time => (ulong)time.Values.At(row) * 0x94D049BB133111EB,
        _ => Letters(column.Format(row)),
    };

    private static ulong Letters(string? text)
    {
        var hash = text is null ? 1UL : 14695981039346656037;
        foreach (var letter in text ?? "")
        {
            hash = unchecked((hash ^ letter) * Prime);
        }

        return hash;
    }
}
