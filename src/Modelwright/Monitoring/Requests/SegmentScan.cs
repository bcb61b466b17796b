using System.Buffers.Binary;
using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Monitoring.Requests;

/// <summary>Goes through the records of one segment, in the order in which they were written, while others may still be added.</summary>
internal sealed class SegmentScan : IDisposable
{
    /// <summary>The longest body that is read; no writer makes longer ones.</summary>
    public const int MostBodyBytes = 1 << 28;

    private readonly FileStream _file;
    private readonly byte[] _head = new byte[RecordFrame.HeadBytes];
    private byte[] _body = new byte[4096];

    private SegmentScan(FileStream file, SegmentHeader header) => (_file, Header) = (file, header);

    /// <summary>What the segment says of itself.</summary>
    public SegmentHeader Header { get; }

    /// <summary>Where the last good record ends, in bytes.</summary>
    public long End { get; private set; } = SegmentHeader.Bytes;

    /// <summary>Why the scan stopped before the end, a part of a sentence; null where it did not.</summary>
    public string? Fault { get; private set; }

    /// <summary>Records that were passed over because their checksum is wrong.</summary>
    public int Damaged { get; private set; }

    /// <summary>Opens a segment.</summary>
    /// <exception cref="ArtifactException">It is no segment.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SegmentScan Open(string path)
    {
#pragma warning disable CA2000 // the scan that is returned holds it
        var file = SegmentList.Open(path);
#pragma warning restore CA2000
        try
        {
            var bytes = new byte[SegmentHeader.Bytes];
            var header = SegmentHeader.Read(bytes.AsSpan(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)));
            return new(file, header);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The next body; it is overwritten by the one after it.</summary>
    /// <returns>False at the end.</returns>
    public bool Next(out ReadOnlySpan<byte> body)
    {
        body = default;
        while (Fault is null && ReadHead() is var length and > 0)
        {
            var size = RecordFrame.Size(length);
            if (length > MostBodyBytes || End + RecordFrame.HeadBytes + length > _file.Length)
            {
                Fault = string.Create(CultureInfo.InvariantCulture, $"the record at byte {End} is not whole");
                return false;
            }

            Read(length, size);
            End += size;
            if (BinaryPrimitives.ReadUInt32LittleEndian(_head.AsSpan(sizeof(int))) == RecordFrame.Checksum(_body.AsSpan(0, length)))
            {
                body = _body.AsSpan(0, length);
                return true;
            }

            Damaged++;
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private int ReadHead()
    {
        var read = _file.ReadAtLeast(_head, _head.Length, throwOnEndOfStream: false);
        if (read < _head.Length)
        {
            Fault = read == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"the record at byte {End} is not whole");
            return 0;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(_head);
        if (length < 0)
        {
            Fault = string.Create(CultureInfo.InvariantCulture, $"the record at byte {End} has no sound length");
        }

        return length;
    }

    private void Read(int length, long size)
    {
        if (_body.Length < length)
        {
            _body = new byte[Math.Max(length, _body.Length * 2)];
        }

        _file.ReadExactly(_body, 0, length);
        _file.Seek(size - RecordFrame.HeadBytes - length, SeekOrigin.Current);
    }
}
