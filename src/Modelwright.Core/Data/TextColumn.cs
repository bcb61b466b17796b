namespace Modelwright.Core.Data;

/// <summary>Free text.</summary>
public sealed class TextColumn : Column
{
    /// <summary>Makes the column from blocks.</summary>
    /// <param name="name">Unique in its table.</param>
    /// <param name="values">One value a row; null is missing.</param>
    public TextColumn(string name, Blocks<string?> values)
        : base(name, ColumnType.Text)
    {
        ArgumentNullException.ThrowIfNull(values);
        Values = values;
    }

    /// <summary>Makes the column from contiguous values, which it takes over.</summary>
    /// <param name="name">Unique in its table.</param>
    /// <param name="values">One value a row; null is missing.</param>
    public TextColumn(string name, string?[] values)
        : this(name, MemoryBlocks<string?>.From(values))
    {
    }

    /// <summary>The values in blocks; null is missing.</summary>
    public Blocks<string?> Values { get; }

    /// <inheritdoc/>
    public override int RowCount => Values.RowCount;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => Values.At(row) is null;

    /// <inheritdoc/>
    public override Column Take(ReadOnlySpan<int> rows)
    {
        var taken = new string?[rows.Length];
        Values.Gather(rows, taken);
        return new TextColumn(Name, taken);
    }

    /// <inheritdoc/>
    public override Column Rename(string name) => new TextColumn(name, Values);

    /// <inheritdoc/>
    public override string? Format(int row) => Values.At(row);
}
