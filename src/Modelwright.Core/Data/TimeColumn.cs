using System.Globalization;

namespace Modelwright.Core.Data;

/// <summary>Points in time without a zone.</summary>
public sealed class TimeColumn : Column
{
    /// <summary>The stored value of a missing time.</summary>
    public const long Missing = long.MinValue;

    /// <summary>Makes the column from blocks.</summary>
    /// <param name="name">Unique in its table.</param>
    /// <param name="values">Ticks (100 ns) since 0001-01-01, one a row; <see cref="Missing"/> is missing.</param>
    public TimeColumn(string name, Blocks<long> values)
        : base(name, ColumnType.Time)
    {
        ArgumentNullException.ThrowIfNull(values);
        Values = values;
    }

    /// <summary>Makes the column from contiguous values, which it takes over.</summary>
    /// <param name="name">Unique in its table.</param>
    /// <param name="values">Ticks (100 ns) since 0001-01-01, one a row; <see cref="Missing"/> is missing.</param>
    public TimeColumn(string name, long[] values)
        : this(name, MemoryBlocks<long>.From(values))
    {
    }

    /// <summary>Ticks (100 ns) since 0001-01-01 in blocks; <see cref="Missing"/> is missing.</summary>
    public Blocks<long> Values { get; }

    /// <inheritdoc/>
    public override int RowCount => Values.RowCount;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => Values.At(row) == Missing;

    /// <inheritdoc/>
    public override Column Take(ReadOnlySpan<int> rows)
    {
        var taken = new long[rows.Length];
        Values.Gather(rows, taken);
        return new TimeColumn(Name, taken);
    }

    /// <inheritdoc/>
    public override Column Rename(string name) => new TimeColumn(name, Values);

    /// <inheritdoc/>
    public override string? Format(int row)
    {
        if (IsMissing(row))
        {
            return null;
        }

        var time = new DateTime(Values.At(row), DateTimeKind.Unspecified);
        var format = time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss.FFFFFFF";
        return time.ToString(format, CultureInfo.InvariantCulture);
    }
}
