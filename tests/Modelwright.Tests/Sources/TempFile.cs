using System.IO.Compression;
using System.Text;
using ZstdSharp;

namespace Modelwright.Tests.Sources;

/// <summary>A file for one test.</summary>
internal sealed class TempFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("modelwright");

    private TempFile(string name) => Path = System.IO.Path.Combine(_folder.FullName, name);

    internal string Path { get; }

    public void Dispose() => _folder.Delete(recursive: true);

    internal static TempFile Named(string name) => new(name);

    internal static TempFile With(string name, string text) => With(name, Encoding.UTF8.GetBytes(text));

    internal static TempFile With(string name, byte[] bytes)
    {
        var file = new TempFile(name);
        File.WriteAllBytes(file.Path, bytes);
        return file;
    }

    internal static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    internal static byte[] Gzip(byte[] bytes)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return buffer.ToArray();
    }

    internal static byte[] Zstd(string text) => Zstd(Encoding.UTF8.GetBytes(text));

    internal static byte[] Zstd(byte[] bytes)
    {
        using var packer = new Compressor();
        return packer.Wrap(bytes).ToArray();
    }
}
