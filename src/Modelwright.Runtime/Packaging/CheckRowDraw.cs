using Modelwright.Core.Data;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Packaging;

/// <summary>Draws rows column by column, each column apart from the others.</summary>
internal sealed class CheckRowDraw(ulong seed, int count)
{
    /// <summary>Every column is missing now and then, so that the answers to missing values are checked too.</summary>
    private const double LeastMissing = 0.1;

    private const int MostWords = 8;
    private static readonly string[] NeutralWords = ["one", "two", "three"];
    private readonly SplitMix _chance = new(seed);

    internal Table Draw(Schema schema, BaselineStatistics baseline)
    {
        var byName = baseline.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        return new([.. schema.Features.Select(spec => Draw(spec, byName.GetValueOrDefault(spec.Name) ?? new(spec.Name, spec.Type, 0)))], count);
    }

    private Column Draw(ColumnSpec spec, ColumnStatistics statistics) => spec.Type switch
    {
        ColumnType.Number => new NumberColumn(spec.Name, Values(statistics, double.NaN, () => Number(statistics))),
        ColumnType.Time => new TimeColumn(spec.Name, Values(statistics, TimeColumn.Missing, () => Time(statistics))),
        ColumnType.Category => Category(spec, statistics),
        _ => new TextColumn(spec.Name, Values<string?>(statistics, null, () => Text(statistics))),
    };

    private T[] Values<T>(ColumnStatistics statistics, T missing, Func<T> draw)
    {
        var values = new T[count];
        for (var row = 0; row < count; row++)
        {
            var isMissing = _chance.NextShare() < Math.Max(LeastMissing, statistics.MissingShare) || row == 0;
            values[row] = isMissing ? missing : draw();
        }

        return values;
    }

    private double Number(ColumnStatistics statistics)
    {
        if (statistics.Edges.Length < 2)
        {
            return 0;
        }

        var bin = Pick(statistics.Shares);
        var (low, high) = (statistics.Edges[bin], statistics.Edges[bin + 1]);
        var value = low + (_chance.NextShare() * (high - low));
        return double.IsFinite(value) ? (statistics.IsWhole ? Math.Round(value) : value) : low;
    }

    private long Time(ColumnStatistics statistics)
    {
        var days = Math.Clamp(Math.Floor(Number(statistics)), 0, DateTime.MaxValue.Ticks / TimeSpan.TicksPerDay);
        return (long)days * TimeSpan.TicksPerDay;
    }

    private CategoryColumn Category(ColumnSpec spec, ColumnStatistics statistics)
    {
        int[] codes = [.. statistics.Frequent.Select(level => Position(spec.Levels, level))];
        return new(spec.Name, spec.Levels, Values(statistics, CategoryColumn.Missing, () => codes.Length == 0 ? CategoryColumn.Missing : codes[Pick(statistics.FrequentShares)]));
    }

    private static int Position(IReadOnlyList<string> levels, string level)
    {
        for (var position = 0; position < levels.Count; position++)
        {
            if (levels[position] == level)
            {
                return position;
            }
        }

        return CategoryColumn.Missing;
    }

    private string Text(ColumnStatistics statistics)
    {
        var words = statistics.Frequent.Count == 0 ? NeutralWords : statistics.Frequent;
        var drawn = new string[1 + _chance.NextBelow(MostWords)];
        for (var place = 0; place < drawn.Length; place++)
        {
            drawn[place] = words[_chance.NextBelow(words.Count)];
        }

        return string.Join(' ', drawn);
    }

    /// <summary>A position by its share; shares need not have sum 1.</summary>
    private int Pick(double[] shares)
    {
        var left = _chance.NextShare() * shares.Sum();
        for (var position = 0; position < shares.Length - 1; position++)
        {
            left -= shares[position];
            if (left < 0)
            {
                return position;
            }
        }

        return shares.Length - 1;
    }
}
