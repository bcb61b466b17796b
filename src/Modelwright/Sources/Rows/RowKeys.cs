using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Modelwright.Core.Data;

namespace Modelwright.Sources.Rows;

/// <summary>
/// A number of 128 bits for each row, made of its cells alone: rows in the order of their keys are in an order that no
/// database, thread or file decides. Rows of one key are taken for equal; among 10^9 different rows that is wrong with a chance of 10^-21.
/// </summary>
/// <remarks>Cells enter column by column, so that a table larger than memory is read once. Mixed by the finalizer of MurmurHash3 (Appleby 2011).</remarks>
internal sealed class RowKeys
{
    private const ulong FirstFactor = 0x9E3779B97F4A7C15;
    private const ulong SecondFactor = 0xC2B2AE3D27D4EB4F;
    private const ulong MissingCell = 0x5851F42D4C957F2D;

    private readonly ulong[] _first;
    private readonly ulong[] _second;

    private RowKeys(int rows) => (_first, _second) = (new ulong[rows], new ulong[rows]);

    internal static RowKeys Of(IReadOnlyList<RawCells> columns, int rows, CancellationToken cancellation)
    {
        var keys = new RowKeys(rows);
        foreach (var column in columns)
        {
            cancellation.ThrowIfCancellationRequested();
            keys.Add(column);
        }

        return keys;
    }

    /// <summary>The rows in the order of their keys.</summary>
    internal int[] Order()
    {
        var rows = new int[_first.Length];
        var keys = new UInt128[rows.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = row;
            keys[row] = new(_first[row], _second[row]);
        }

        Array.Sort(keys, rows);
        return rows;
    }

    /// <summary>SHA-256 over names, in lower-case hexadecimal, and the keys of rows in an order.</summary>
    internal string Fingerprint(IEnumerable<string> names, ReadOnlySpan<int> order)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> bytes = stackalloc byte[2 * sizeof(ulong)];
        foreach (var name in names)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes, name.Length);
            hash.AppendData(bytes);
            hash.AppendData(MemoryMarshal.AsBytes(name.AsSpan()));
        }

        foreach (var row in order)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, _first[row]);
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[sizeof(ulong)..], _second[row]);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private void Add(RawCells cells)
    {
        switch (cells.Column)
        {
            case NumberColumn numbers:
                Add(numbers.Values, static value => double.IsNaN(value) ? (MissingCell, 0UL) : (BitConverter.DoubleToUInt64Bits(value), 1UL));
                break;
            case TimeColumn times:
                var tag = cells.IsWhole ? 2UL : 3UL;
                Add(times.Values, value => value == TimeColumn.Missing ? (MissingCell, 0UL) : ((ulong)value, tag));
                break;
            case CategoryColumn levels:
                (ulong, ulong)[] hashes = [.. levels.Levels.Select(OfText)];
                Add(levels.Codes, code => code < 0 ? (MissingCell, 0UL) : hashes[code]);
                break;
            case TextColumn texts:
                Add(texts.Values, static text => text is null ? (MissingCell, 0UL) : OfText(text));
                break;
        }
    }

    private static (ulong First, ulong Second) OfText(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), hash);
        return (BinaryPrimitives.ReadUInt64LittleEndian(hash), BinaryPrimitives.ReadUInt64LittleEndian(hash[sizeof(ulong)..]));
    }

    private void Add<T>(Blocks<T> values, Func<T, (ulong First, ulong Second)> hashOf)
    {
        var row = 0;
        for (var block = 0; block < values.BlockCount; block++)
        {
            foreach (var value in values[block])
            {
                var (first, second) = hashOf(value);
                _first[row] = Mix((_first[row] * FirstFactor) + first + (second * SecondFactor));
                _second[row] = Mix((_second[row] * SecondFactor) ^ BitOperations.RotateLeft(first, 29) ^ (second * FirstFactor));
                row++;
            }
        }
    }

    private static ulong Mix(ulong value)
    {
        value ^= value >> 33;
        value *= 0xFF51AFD7ED558CCD;
        value ^= value >> 33;
        value *= 0xC4CEB9FE1A85EC53;
        return value ^ (value >> 33);
    }
}
