using Modelwright.Core.Errors;
using Modelwright.Sources.Streams;

namespace Modelwright.Sources.Xml;

/// <summary>Ends a reading in which one token takes more bytes than any may, before the memory is used up.</summary>
/// <param name="path">The file, for texts.</param>
/// <param name="stream">Its bytes.</param>
internal sealed class GuardedStream(string path, Stream stream) : ForwardStream
{
    /// <summary>Bytes between two calls of <see cref="Begin"/>.</summary>
    internal const int Most = 1 << 25;

    private long _since;

    /// <summary>Says that a token is done.</summary>
    internal void Begin() => _since = 0;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var count = stream.Read(buffer);
        _since += count;
        return _since <= Most ? count : throw new DataException($"{path}: a tag, an attribute or a text is longer than {Most} bytes. Shorten it, or split the file.");
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
        }

        base.Dispose(disposing);
    }
}
