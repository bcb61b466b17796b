using System.Globalization;

namespace Modelwright.Core.Data;

/// <summary>Numbers in double precision.</summary>
public sealed class NumberColumn : Column
{
    /// <summary>Makes the column from blocks.</summary>
    /// <param name="name">Unique in its table.</param>
    /// <param name="values">One value a row; NaN is missing.</param>
    public NumberColumn(string name, Blocks<double> values)
        : base(name, ColumnType.Number)
    {
        ArgumentNullException.ThrowIfNull(values);
        Values = values;
    }

    /// <summary>Makes the column from contiguous values, which it takes over.</summary>
    /// <param name="name">Unique in its table.</param>
    /// <param name="values">One value a row; NaN is missing.</param>
    public NumberColumn(string name, double[] values)
        : this(name, MemoryBlocks<double>.From(values))
    {
    }

    /// <summary>The values in blocks; NaN is missing.</summary>
    public Blocks<double> Values { get; }

    /// <inheritdoc/>
    public override int RowCount => Values.RowCount;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => double.IsNaN(Values.At(row));

    /// <inheritdoc/>
    public override Column Take(ReadOnlySpan<int> rows)
    {
        var taken = new double[rows.Length];
        Values.Gather(rows, taken);
        return new NumberColumn(Name, taken);
    }

    /// <inheritdoc/>
    public override Column Rename(string name) => new NumberColumn(name, Values);

    /// <inheritdoc/>
    public override string? Format(int row) => IsMissing(row) ? null : Values.At(row).ToString("R", CultureInfo.InvariantCulture);
}
