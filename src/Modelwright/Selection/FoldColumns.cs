using Modelwright.Profile.Relations;

namespace Modelwright.Selection;

/// <summary>The columns of one fold in bins, each view with its source, and shadows of them.</summary>
/// <param name="ground">The rows.</param>
/// <param name="training">Those that train.</param>
/// <param name="test">Those that are held out.</param>
internal sealed class FoldColumns(SelectionGround ground, int[] training, int[] test)
{
    private readonly List<BinnedColumn> _views = [];
    private readonly List<int> _sources = [];

    /// <summary>The views in the order of their sources.</summary>
    public BinnedColumn[] Views => [.. _views];

    /// <summary>The source of each view.</summary>
    public int[] Sources => [.. _sources];

    /// <summary>Adds columns as they are; their sources are their numbers in the ground, or those told.</summary>
    public FoldColumns Add(IEnumerable<int> columns)
    {
        foreach (var column in columns)
        {
            AddViews(column, ground.Columns[column].Views, ground.Columns[column].Levels);
        }

        return this;
    }

    /// <summary>Adds a shadow of every column, its training rows shuffled; the source is its number behind those of all columns.</summary>
    public FoldColumns AddShadows(Shadows shadows)
    {
        for (var column = 0; column < ground.Columns.Count; column++)
        {
            var origin = ground.Columns[column];
            var from = shadows.Draw(origin);
            AddViews(ground.Columns.Count + column, origin.Views.Select(view => Moved(view, training, from)), origin.Levels is { } levels ? Moved(levels, training, from) : null);
        }

        return this;
    }

    /// <summary>A view with the values of some rows taken from others.</summary>
    public static BinnedColumn Moved(BinnedColumn view, int[] rows, int[] from) => view with { Codes = Moved(view.Codes, rows, from) };

    private static T[] Moved<T>(T[] values, int[] rows, int[] from)
    {
        var moved = (T[])values.Clone();
        for (var place = 0; place < rows.Length; place++)
        {
            moved[rows[place]] = values[from[place]];
        }

        return moved;
    }

    private void AddViews(int source, IEnumerable<BinnedColumn> views, int[]? levels)
    {
        var all = views.Concat(levels is null ? [] : LevelMeans.Of(levels, ground, training, test));
        foreach (var view in all)
        {
            _views.Add(view);
            _sources.Add(source);
        }
    }
}
