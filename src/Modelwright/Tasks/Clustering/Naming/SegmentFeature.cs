using Modelwright.Core.Data;

namespace Modelwright.Tasks.Clustering.Naming;

/// <summary>An original column as a tree can split it: one number a row, or one level a row.</summary>
internal sealed class SegmentFeature
{
    private SegmentFeature(Column column, double[] values, IReadOnlyList<string> levels) => (Column, Values, Levels, HasMissing) = (column, values, levels, Array.Exists(values, double.IsNaN));

    /// <summary>The column.</summary>
    public Column Column { get; }

    /// <summary>The name.</summary>
    public string Name => Column.Name;

    /// <summary>Numbers, ticks of times, or codes of levels; NaN is missing.</summary>
    public double[] Values { get; }

    /// <summary>The levels of a category; empty for numbers and times.</summary>
    public IReadOnlyList<string> Levels { get; }

    /// <summary>Whether some row has no value.</summary>
    public bool HasMissing { get; }

    /// <summary>Whether it holds levels.</summary>
    public bool IsCategory => Levels.Count > 0;

    /// <summary>Columns that can be told in words: numbers, times, and categories of some levels but no more than 100.</summary>
    /// <param name="table">The original rows.</param>
    public static IReadOnlyList<SegmentFeature> Of(Table table) => [.. table.Columns.Select(Of).OfType<SegmentFeature>()];

    private static SegmentFeature? Of(Column column) => column switch
    {
        NumberColumn numbers => new(numbers, [.. Enumerable.Range(0, numbers.RowCount).Select(row => double.IsFinite(numbers.Values.At(row)) ? numbers.Values.At(row) : double.NaN)], []),
        TimeColumn times => new(times, [.. Enumerable.Range(0, times.RowCount).Select(row => times.IsMissing(row) ? double.NaN : times.Values.At(row))], []),
        CategoryColumn { Levels.Count: > 0 and <= 100 } category => new(category, [.. Enumerable.Range(0, category.RowCount).Select(row => category.Codes.At(row) is var code and >= 0 ? code : double.NaN)], category.Levels),
        _ => null,
    };
}
