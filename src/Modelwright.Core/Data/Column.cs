namespace Modelwright.Core.Data;

/// <summary>One named, typed column. Immutable and safe from any thread.</summary>
public abstract class Column
{
    private protected Column(string name, ColumnType type)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
        Type = type;
    }

    /// <summary>Unique in its table; case matters.</summary>
    public string Name { get; }

    /// <summary>How the values are held.</summary>
    public ColumnType Type { get; }

    /// <summary>Number of rows.</summary>
    public abstract int RowCount { get; }

    /// <summary>Whether the value of a row is missing.</summary>
    /// <param name="row">0-based row.</param>
    /// <returns>True where there is no value.</returns>
    public abstract bool IsMissing(int row);

    /// <summary>The named rows as a new column in memory.</summary>
    /// <param name="rows">0-based rows, in the order wanted; may repeat.</param>
    /// <returns>A column of as many rows as named.</returns>
    public abstract Column Take(ReadOnlySpan<int> rows);

    /// <summary>The same values under another name.</summary>
    /// <param name="name">The new name.</param>
    /// <returns>A column that shares the values.</returns>
    public abstract Column Rename(string name);

    /// <summary>The value of a row as a person writes it: invariant culture, shortest text that reads back; null where missing.</summary>
    /// <param name="row">0-based row.</param>
    /// <returns>The text, or null.</returns>
    public abstract string? Format(int row);
}
