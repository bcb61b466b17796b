using System.Buffers.Binary;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Packaging.Records;

/// <summary>Walks over the bytes of a record without going past their end, whatever lengths they claim.</summary>
internal ref struct RecordCursor(ReadOnlySpan<byte> bytes, string path)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    internal int Position { get; private set; }

    internal static string Text(string path, string what) =>
        $"Part '{path}' of the package cannot be read: {what}. The file is damaged or was not made by this program; fetch it again from where it was made.";

    internal ReadOnlySpan<byte> Take(long length, string what)
    {
        if (length < 0 || length > _bytes.Length - Position)
        {
            throw new ArtifactException(Text(path, FormattableString.Invariant($"{what} claims {length} bytes where {_bytes.Length - Position} are left")));
        }

        var taken = _bytes.Slice(Position, (int)length);
        Position += (int)length;
        return taken;
    }

    internal int Short() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2, "a length"));

    internal uint Length() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4, "a length"));

    internal int Count(int most, string what)
    {
        var count = Length();
        return count <= most
            ? (int)count
            : throw new ArtifactException(Text(path, FormattableString.Invariant($"it claims {count} {what}, at most {most} can be read")));
    }

    internal void Text()
    {
        var length = Length();
        if (length != RecordWriter.NullLength)
        {
            Take(length, "a text");
        }
    }

    internal void Texts()
    {
        // Each text takes at least its own length, so the count is bounded by the bytes before a list is made of it.
        var count = Length();
        if (count > (_bytes.Length - Position) / 4)
        {
            throw new ArtifactException(Text(path, FormattableString.Invariant($"it claims {count} texts in {_bytes.Length - Position} bytes")));
        }

        for (var index = 0u; index < count; index++)
        {
            Take(Length(), "a text");
        }
    }

    internal void Tensor(int size) => Take((long)Length() * size, "a tensor");

    internal void Part() => Take(BinaryPrimitives.ReadInt64LittleEndian(Take(8, "a length")), "a part");
}
