using Modelwright.Sources.Streams;

namespace Modelwright.Sources.Gzip;

/// <summary>A stretch of a file, to be read once from its start to its end; the file stays open.</summary>
/// <param name="file">The file; nothing else moves its position meanwhile.</param>
/// <param name="start">Where the stretch starts.</param>
/// <param name="end">Where it ends, in the file or at its end.</param>
internal sealed class FilePart(FileStream file, long start, long end) : ForwardStream
{
    private long _next = start;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        file.Position = _next;
        var count = file.Read(buffer[..(int)Math.Min(buffer.Length, end - _next)]);
        _next += count;
        return count;
    }
}
