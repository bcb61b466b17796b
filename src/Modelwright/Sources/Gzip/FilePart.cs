namespace Modelwright.Sources.Gzip;

/// <summary>A stretch of a file, to be read once from its start to its end; the file stays open.</summary>
/// <param name="file">The file; nothing else moves its position meanwhile.</param>
/// <param name="start">Where the stretch starts.</param>
/// <param name="end">Where it ends, in the file or at its end.</param>
internal sealed class FilePart(FileStream file, long start, long end) : Stream
{
    private long _next = start;

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

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        file.Position = _next;
        var count = file.Read(buffer[..(int)Math.Min(buffer.Length, end - _next)]);
        _next += count;
        return count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
        // There is nothing to write.
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
