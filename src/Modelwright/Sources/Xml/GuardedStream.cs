using Modelwright.Core.Errors;

namespace Modelwright.Sources.Xml;

/// <summary>Ends a reading in which one token takes more bytes than any may, before the memory is used up.</summary>
/// <param name="path">The file, for texts.</param>
/// <param name="stream">Its bytes.</param>
internal sealed class GuardedStream(string path, Stream stream) : Stream
{
    /// <summary>Bytes between two calls of <see cref="Begin"/>.</summary>
    internal const int Most = 1 << 25;

    private long _since;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Says that a token is done.</summary>
    internal void Begin() => _since = 0;

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var count = stream.Read(buffer);
        _since += count;
        return _since <= Most ? count : throw new DataException($"{path}: a tag, an attribute or a text is longer than {Most} bytes. Shorten it, or split the file.");
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

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
