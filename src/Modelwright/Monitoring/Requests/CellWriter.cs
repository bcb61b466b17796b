using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Modelwright.Core.Data;

namespace Modelwright.Monitoring.Requests;

/// <summary>Writes the cells of one column, or what stands in their place where the column is redacted.</summary>
internal sealed class CellWriter
{
    private const int ShortText = 256;

    private readonly bool _isDropped;
    private readonly bool _isHashed;
    private readonly ReadOnlyMemory<byte> _salt;

    /// <summary>Makes the writer of a column.</summary>
    public CellWriter(ColumnSpec column, RequestLogOptions options)
    {
        Name = column.Name;
        _isDropped = options.Dropped.Contains(Name);
        _isHashed = options.Hashed.Contains(Name);
        _salt = options.Salt;
        Type = _isHashed ? ColumnType.Category : column.Type;
    }

    /// <summary>Name of the column.</summary>
    public string Name { get; }

    /// <summary>The type that a reader sees: of hashes, categories.</summary>
    public ColumnType Type { get; }

    /// <summary>Writes a cell of a table; null for a column that is absent.</summary>
    public void Write(RecordBuffer record, Column? column, int row)
    {
        switch (column)
        {
            case NumberColumn numbers:
                Write(record, numbers.Values.At(row));
                break;
            case TimeColumn times:
                Write(record, times.Values.At(row));
                break;
            default:
                Write(record, column?.Format(row));
                break;
        }
    }

    /// <summary>Writes a number; NaN is missing.</summary>
    public void Write(RecordBuffer record, double value)
    {
        if (_isHashed && !double.IsNaN(value))
        {
            Write(record, value.ToString("R", CultureInfo.InvariantCulture));
        }
        else if (IsKept(record, !double.IsNaN(value)))
        {
            record.Add((byte)CellKind.Number);
            record.Add(value);
        }
    }

    /// <summary>Writes a time.</summary>
    public void Write(RecordBuffer record, long ticks)
    {
        if (_isHashed && ticks != TimeColumn.Missing)
        {
            Write(record, ticks.ToString(CultureInfo.InvariantCulture));
        }
        else if (IsKept(record, ticks != TimeColumn.Missing))
        {
            record.Add((byte)CellKind.Time);
            record.Add(ticks);
        }
    }

    /// <summary>Writes a text; null is missing.</summary>
    public void Write(RecordBuffer record, string? text)
    {
        if (IsKept(record, text is not null))
        {
            record.Add((byte)CellKind.Text);
            record.Add(_isHashed ? Hash(text!) : text);
        }
    }

    private bool IsKept(RecordBuffer record, bool isThere)
    {
        if (_isDropped || !isThere)
        {
            record.Add((byte)CellKind.Missing);
            return false;
        }

        return true;
    }

    private string Hash(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = most <= ShortText ? stackalloc byte[ShortText] : new byte[most];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_salt.Span, bytes[..Encoding.UTF8.GetBytes(text, bytes)], hash);
        return Convert.ToHexStringLower(hash);
    }
}
