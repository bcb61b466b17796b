using Modelwright.Core.Data;

namespace Modelwright.Runtime.Packaging;

/// <summary>Makes the statistics of one column.</summary>
internal static class ColumnSurvey
{
    /// <summary>Fewer rows than these never stand behind a figure or a level.</summary>
    internal const int FewestRows = 5;

    private const double FrequentShare = 0.01;
    private const int MostFrequent = 200;

    /// <summary>Larger columns are looked at in even strides.</summary>
    private const int MostValues = 1_000_000;

    internal static ColumnStatistics Of(Column column) => column switch
    {
        NumberColumn number => OfNumbers(number),
        TimeColumn time => OfTimes(time),
        CategoryColumn category => OfCategories(category),
        _ => OfTexts((TextColumn)column),
    };

    private static ColumnStatistics OfNumbers(NumberColumn column)
    {
        var values = new List<double>();
        var missing = 0;
        var stride = Stride(column.RowCount);
        for (var row = 0; row < column.RowCount; row += stride)
        {
            var value = column.Values.At(row);
            if (double.IsFinite(value))
            {
                values.Add(value);
            }
            else
            {
                missing++;
            }
        }

        return Binned(new(column.Name, ColumnType.Number, Share(missing, missing + values.Count)), values);
    }

    private static ColumnStatistics OfTimes(TimeColumn column)
    {
        var days = new List<double>();
        var missing = 0;
        var stride = Stride(column.RowCount);
        for (var row = 0; row < column.RowCount; row += stride)
        {
            var ticks = column.Values.At(row);
            if (ticks == TimeColumn.Missing)
            {
                missing++;
            }
            else
            {
                days.Add(ticks / TimeSpan.TicksPerDay);
            }
        }

        return Binned(new(column.Name, ColumnType.Time, Share(missing, missing + days.Count)), days);
    }

    private static ColumnStatistics Binned(ColumnStatistics statistics, List<double> values)
    {
        var (edges, shares) = ValueBins.Of(values);
        return statistics with { Edges = edges, Shares = shares, IsWhole = values.TrueForAll(value => value == Math.Floor(value)) };
    }

    private static ColumnStatistics OfCategories(CategoryColumn column)
    {
        var counts = new int[column.Levels.Count];
        var missing = 0;
        for (var block = 0; block < column.Codes.BlockCount; block++)
        {
            foreach (var code in column.Codes[block])
            {
                if (code < 0)
                {
                    missing++;
                }
                else
                {
                    counts[code]++;
                }
            }
        }

        var pairs = column.Levels.Select((level, code) => KeyValuePair.Create(level, counts[code]));
        return Counted(new(column.Name, ColumnType.Category, Share(missing, column.RowCount)), pairs, column.RowCount - missing);
    }

    private static ColumnStatistics OfTexts(TextColumn column)
    {
        var rowsWith = new Dictionary<string, int>(StringComparer.Ordinal);
        var (missing, seen) = (0, 0);
        var stride = Stride(column.RowCount);
        for (var row = 0; row < column.RowCount; row += stride)
        {
            if (column.Values.At(row) is not { } text)
            {
                missing++;
                continue;
            }

            seen++;
            foreach (var word in Words(text).Distinct(StringComparer.Ordinal))
            {
                rowsWith[word] = rowsWith.GetValueOrDefault(word) + 1;
            }
        }

        return Counted(new(column.Name, ColumnType.Text, Share(missing, missing + seen)), rowsWith, seen);
    }

    private static ColumnStatistics Counted(ColumnStatistics statistics, IEnumerable<KeyValuePair<string, int>> counts, int rows)
    {
        var fewest = Math.Max(FewestRows, (int)Math.Ceiling(FrequentShare * rows));
        KeyValuePair<string, int>[] frequent =
        [
            .. counts.Where(pair => pair.Value >= fewest)
                .OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Take(MostFrequent),
        ];
        return statistics with
        {
            Frequent = [.. frequent.Select(pair => pair.Key)],
            FrequentShares = [.. frequent.Select(pair => Share(pair.Value, rows))],
        };
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = 0;
        for (var end = 0; end <= text.Length; end++)
        {
            if (end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                continue;
            }

            if (end > start)
            {
                yield return text[start..end].ToLowerInvariant();
            }

            start = end + 1;
        }
    }

    private static int Stride(int rows) => Math.Max(1, (rows + MostValues - 1) / MostValues);

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
