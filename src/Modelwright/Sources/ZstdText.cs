using ZstdSharp;

namespace Modelwright.Sources;

/// <summary>
/// The text of a Zstandard file (RFC 8878), of one frame or several. The decoder itself says when the last frame is cut, and takes
/// windows of at most 128 MiB, so that a small file cannot ask for more memory.
/// </summary>
internal sealed class ZstdText(string path, Stream file) : CompressedText(path)
{
    internal const string Extension = ".zst";

    private readonly DecompressionStream _text = new(file, leaveOpen: false);

    /// <inheritdoc/>
    protected override int Unpack(Span<byte> buffer) => _text.Read(buffer);

    /// <inheritdoc/>
    protected override bool IsDamage(Exception fault) => fault is ZstdException or EndOfStreamException;

    /// <inheritdoc/>
    protected override bool EndsWhole() => true;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _text.Dispose();
        }

        base.Dispose(disposing);
    }
}
