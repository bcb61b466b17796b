using Modelwright.Core.Errors;
using Modelwright.Sources.Streams;

namespace Modelwright.Sources;

/// <summary>The text of a compressed file, read once from its start. A file that is cut or damaged is an error when its end is reached, at the latest.</summary>
/// <param name="path">The file, for texts.</param>
internal abstract class CompressedText(string path) : ForwardStream
{
    /// <inheritdoc/>
    public override long Position
    {
        get => Unpacked;
        set => throw new NotSupportedException();
    }

    /// <summary>Bytes of text so far.</summary>
    protected long Unpacked { get; private set; }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            var count = Unpack(buffer);
            Unpacked += count;
            return count > 0 || buffer.Length == 0 || EndsWhole() ? count : throw Damaged(null);
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            throw Damaged(fault);
        }
    }

    /// <summary>Gives the next bytes of text; 0 at the end.</summary>
    protected abstract int Unpack(Span<byte> buffer);

    /// <summary>Whether an error of the unpacker means that the file is damaged.</summary>
    protected abstract bool IsDamage(Exception fault);

    /// <summary>Whether the file ends where it should; asked after the last byte.</summary>
    protected abstract bool EndsWhole();

    private DataException Damaged(Exception? cause) =>
        new($"{path}: the compressed file is cut or damaged after {Unpacked} bytes of text. Download or compress it again.", cause);
}
