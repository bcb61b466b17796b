using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Sources.Columns;

namespace Modelwright.Sources.Objects;

/// <summary>
/// Puts .NET values into a column by their declared type. Texts stay texts, whatever they look like; whole numbers of which
/// one is too large for a double become texts, as in a file, so that no two of them become equal.
/// </summary>
/// <param name="name">The column's name.</param>
/// <param name="type">The declared type, without Nullable.</param>
internal sealed class CellReader(string name, Type type)
{
    private BlockBuilder<double>? _numbers = IsNumber(type) ? new(BlockStore.InMemory()) : null;
    private readonly BlockBuilder<long>? _times = IsTime(type) ? new(BlockStore.InMemory()) : null;
    private readonly LevelAssembler _levels = new(ColumnStore.InMemory(), readsMarkers: false);

    internal static bool CanRead(Type type) => type.IsEnum || IsNumber(type) || IsTime(type) || Type.GetTypeCode(type) is TypeCode.Boolean or TypeCode.Char or TypeCode.String
        || type == typeof(Guid) || type == typeof(Uri) || type == typeof(object) || type == typeof(TimeOnly);

    internal void Add(object? value)
    {
        var cell = value is DBNull ? null : value;
        if (_numbers is not null && cell is not null && !IsExact(cell))
        {
            TurnToTexts(_numbers.Build());
            _numbers = null;
        }

        if (_numbers is not null)
        {
            _numbers.Add(cell is null ? double.NaN : Number(cell));
        }
        else if (_times is not null)
        {
            _times.Add(cell is null ? TimeColumn.Missing : Ticks(cell));
        }
        else if (cell is null)
        {
            _levels.AddMissing(1);
        }
        else
        {
            _levels.Add(Text(cell));
        }
    }

    internal Column Build()
    {
        if (_numbers is not null)
        {
            return new NumberColumn(name, _numbers.Build());
        }

        return _times is not null ? new TimeColumn(name, _times.Build()) : _levels.Build(name);
    }

    private static bool IsNumber(Type type) =>
        (!type.IsEnum && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal)
        || type == typeof(Half) || type == typeof(TimeSpan) || type == typeof(Int128) || type == typeof(UInt128) || type == typeof(System.Numerics.BigInteger);

    private static bool IsTime(Type type) => type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(DateOnly);

    private void TurnToTexts(Blocks<double> numbers)
    {
        for (var block = 0; block < numbers.BlockCount; block++)
        {
            foreach (var number in numbers[block])
            {
                if (double.IsNaN(number))
                {
                    _levels.AddMissing(1);
                }
                else
                {
                    _levels.Add(((Int128)number).ToString(CultureInfo.InvariantCulture));
                }
            }
        }
    }

    // Fractions are rounded to the nearest double, as their text in a file would be; only whole numbers can be codes.
    private static bool IsExact(object cell) => cell switch
    {
        long value => (long)(double)value == value && value != long.MaxValue,
        ulong value => (ulong)(double)value == value && value != ulong.MaxValue,
        Int128 value => (System.Numerics.BigInteger)(double)value == value,
        UInt128 value => (System.Numerics.BigInteger)(double)value == value,
        System.Numerics.BigInteger value => !double.IsFinite((double)value) || (System.Numerics.BigInteger)(double)value == value,
        _ => true,
    };

    // Infinite numbers have no place in a column; they are missing, as in a file.
    private static double Number(object cell)
    {
        var number = cell switch
        {
            double value => value,
            TimeSpan span => span.TotalSeconds,
            Half half => (double)half,
            Int128 value => (double)value,
            UInt128 value => (double)value,
            System.Numerics.BigInteger value => (double)value,
            _ => Convert.ToDouble(cell, CultureInfo.InvariantCulture),
        };
        return double.IsFinite(number) ? number : double.NaN;
    }

    private static long Ticks(object cell) => cell switch
    {
        DateTimeOffset time => time.UtcTicks,
        DateOnly date => date.ToDateTime(TimeOnly.MinValue).Ticks,
        _ => ((DateTime)cell).Ticks,
    };

    private static string Text(object cell) => cell switch
    {
        string text => text,
        bool answer => answer ? "true" : "false",
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };
}
