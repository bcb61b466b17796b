using System.IO.Compression;
using Modelwright.Sources.Gzip;

namespace Modelwright.Sources;

/// <summary>
/// The text of a gzip file. One that ends too early is an error here: the framework's stream ends such a file without a word,
/// so the length and the check that it states at its end are compared.
/// </summary>
internal sealed class GzipText(string path, Stream file) : CompressedText(path)
{
    internal const string Extension = ".gz";

    private readonly string _path = path;
    private readonly Crc32 _check = new();
    private readonly GZipStream _text = new(file, CompressionMode.Decompress);

    /// <inheritdoc/>
    protected override int Unpack(Span<byte> buffer)
    {
        var count = _text.Read(buffer);
        _check.Add(buffer[..count]);
        return count;
    }

    /// <inheritdoc/>
    protected override bool IsDamage(Exception fault) => fault is InvalidDataException;

    /// <inheritdoc/>
    protected override bool EndsWhole()
    {
        using var whole = File.OpenRead(_path);
        return GzipEnd.IsWhole(whole, Unpacked, _check.Value);
    }

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
