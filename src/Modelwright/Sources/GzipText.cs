using System.IO.Compression;
using Modelwright.Core.Errors;

namespace Modelwright.Sources;

/// <summary>
/// Opens a text file, compressed or not. A compressed file that ends too early is an error here: the framework's stream
/// ends such a file without a word, so the length and the check that a gzip file states at its end are compared.
/// </summary>
internal sealed class GzipText : Stream
{
    private readonly string _path;
    private readonly GZipStream _text;
    private readonly Crc32 _check = new();
    private long _length;

    private GzipText(string path, Stream file)
    {
        _path = path;
        _text = new(file, CompressionMode.Decompress);
    }

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
        get => _length;
        set => throw new NotSupportedException();
    }

    /// <summary>Opens the text of a file; whether it is compressed is told by its first bytes, not by its name.</summary>
    internal static Stream Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1 << 16, FileOptions.SequentialScan);
        Span<byte> start = stackalloc byte[2];
        var isGzip = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == 2 && start is [0x1F, 0x8B];
        file.Position = 0;
        return isGzip ? new GzipText(path, file) : file;
    }

    /// <summary>Reads a compressed file to its end, so that a cut is found before another reader overlooks it.</summary>
    internal static void Check(string path, CancellationToken cancellation)
    {
        using var text = Open(path);
        if (text is not GzipText)
        {
            return;
        }

        var buffer = new byte[1 << 16];
        while (text.Read(buffer) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            var count = _text.Read(buffer);
            _length += count;
            _check.Add(buffer[..count]);
            if (count == 0 && buffer.Length > 0 && !EndsWhole())
            {
                throw Damaged(null);
            }

            return count;
        }
        catch (InvalidDataException fault)
        {
            throw Damaged(fault);
        }
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
            _text.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool EndsWhole()
    {
        using var file = File.OpenRead(_path);
        return GzipEnd.IsWhole(file, _length, _check.Value);
    }

    private DataException Damaged(Exception? cause) =>
        new($"{_path}: the compressed file is cut or damaged after {_length} bytes of text. Download or compress it again.", cause);
}
