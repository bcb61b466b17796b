using Modelwright.Core.Data;
using Modelwright.Profile.Relations;

namespace Modelwright.Selection;

/// <summary>A column as small models see it: one or more views in bins, which stay together.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Views">The views; none where small models cannot see it.</param>
internal sealed record SelectionColumn(string Name, IReadOnlyList<BinnedColumn> Views)
{
    /// <summary>For a category of more levels than there are bins: the level of each row, negative where there is none; otherwise null.</summary>
    public int[]? Levels { get; init; }

    /// <summary>Whether it has one value in all rows of a group.</summary>
    public bool IsOfGroups { get; init; }

    /// <summary>The views of the rows of a sample.</summary>
    public static SelectionColumn Of(Column column, int[]? groups)
    {
        var views = ViewsOf(column).Where(view => view.Codes.AsSpan().ContainsAnyExcept(view.Codes.Length > 0 ? view.Codes[0] : (ushort)0)).ToArray();
        return new(column.Name, views) 
        {
            Levels = column is CategoryColumn category && category.Levels.Count > Binning.MostBins ? LevelsOf(category) : null,
            IsOfGroups = groups is not null && views.All(view => IsConstantIn(view, groups)),
        };
    }

    /// <summary>Whether small models can judge such a column at all.</summary>
    public static bool IsSeen(Column column) => column is not TextColumn;

    private static int[] LevelsOf(CategoryColumn column)
    {
        var codes = new int[column.RowCount];
        column.Codes.CopyTo(codes);
        return codes;
    }

    private static IEnumerable<BinnedColumn> ViewsOf(Column column)
    {
        yield return Binning.Of(column);
        if (column is TimeColumn times)
        {
            yield return Part(times, "month", time => time.Month);
            yield return Part(times, "weekday", time => (int)time.DayOfWeek);
            yield return Part(times, "hour", time => time.Hour);
        }
    }

    // What comes round again is no matter of earlier and later.
    private static BinnedColumn Part(TimeColumn column, string name, Func<DateTime, double> part)
    {
        var ticks = new long[column.RowCount];
        column.Values.CopyTo(ticks);
        return Binning.Ordered($"{column.Name}:{name}", Array.ConvertAll(ticks, tick => tick == TimeColumn.Missing ? double.NaN : part(new(tick))));
    }

    private static bool IsConstantIn(BinnedColumn view, int[] groups)
    {
        var first = new Dictionary<int, ushort>();
        for (var row = 0; row < groups.Length; row++)
        {
            if (!first.TryAdd(groups[row], view.Codes[row]) && first[groups[row]] != view.Codes[row])
            {
                return false;
            }
        }

        return true;
    }
}
