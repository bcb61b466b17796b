namespace Modelwright.Sources;

/// <summary>Opens text files, compressed or not; which of both is told by the first bytes, not by the name.</summary>
internal static class TextFile
{
    private const int StartLength = 4;

    /// <summary>Ends of names of compressed text files, each with its dot.</summary>
    internal static IReadOnlyList<string> Compressed { get; } = [GzipText.Extension, ZstdText.Extension];

    /// <summary>Ends of names, each of them also with the ends of compressed files.</summary>
    internal static IReadOnlyList<string> WithCompressed(params ReadOnlySpan<string> extensions)
    {
        var all = new List<string>();
        foreach (var extension in extensions)
        {
            all.Add(extension);
            all.AddRange(Compressed.Select(end => extension + end));
        }

        return all;
    }

    /// <summary>Opens the text of a file.</summary>
    internal static Stream Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1 << 16, FileOptions.SequentialScan);
        Span<byte> start = stackalloc byte[StartLength];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return start[..length] switch
        {
            [0x1F, 0x8B, ..] => new GzipText(path, file),
            [0x28, 0xB5, 0x2F, 0xFD] => new ZstdText(path, file),
            _ => file,
        };
    }
}
