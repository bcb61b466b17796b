using System.Buffers.Binary;
using System.Globalization;
using Modelwright.Generator.Packages;

namespace Modelwright.Generator.Records;

/// <summary>Walks over the bytes of a record without going past their end, whatever lengths they claim.</summary>
internal sealed class RecordCursor(byte[] bytes, int start, int end, string path)
{
    internal const uint NullLength = uint.MaxValue;

    /// <summary>Where the next byte is, counted from the first byte of the part.</summary>
    internal int Position { get; private set; } = start;

    internal int Left => end - Position;

    /// <summary>Goes over bytes.</summary>
    /// <returns>Where they start.</returns>
    internal int Take(long length, string what)
    {
        if (length < 0 || length > Left)
        {
            throw Damaged(string.Format(CultureInfo.InvariantCulture, "{0} claims {1} bytes where {2} are left", what, length, Left));
        }

        var taken = Position;
        Position += (int)length;
        return taken;
    }

    internal byte Byte(string what) => bytes[Take(1, what)];

    internal int Short() => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(Take(2, "a length")));

    internal uint Length() => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(Take(4, "a length")));

    internal long LongLength() => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(Take(8, "a length")));

    /// <summary>The number of things of at least so many bytes each, which the bytes that are left bound.</summary>
    internal int Count(int least, string what)
    {
        var count = Length();
        return count <= Left / least
            ? (int)count
            : throw Damaged(string.Format(CultureInfo.InvariantCulture, "it claims {0} {1} in {2} bytes", count, what, Left));
    }

    internal UnusablePackageException Damaged(string what) => UnusablePackageException.Damaged($"part '{path}' is not sound, {what}");
}
