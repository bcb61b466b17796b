using Modelwright.Sources;
using Modelwright.Studio.Http;
using Modelwright.Studio.Views;

namespace Modelwright.Studio.Trainings;

/// <summary>A file that a visitor sent: under a random name in a folder of its own, removed with it.</summary>
internal sealed class UploadedFile : IDisposable
{
    /// <summary>What may be trained on: files of rows that stand for themselves. Files of SQL and databases may lead to others, so they are not among them.</summary>
    internal static readonly IReadOnlyList<string> Kinds = [".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson", ".parquet", ".xlsx"];

    private const int BufferBytes = 81_920;
    private const int LongestName = 100;
    private readonly string _folder;

    private UploadedFile(string folder, string path, string name, long bytes) => (_folder, Path, Name, Bytes) = (folder, path, name, bytes);

    internal string Path { get; }

    /// <summary>What the sender called it, without folders and odd signs; for eyes alone.</summary>
    internal string Name { get; }

    internal long Bytes { get; }

    /// <summary>Writes what comes to a file.</summary>
    /// <param name="name">What the sender calls it.</param>
    /// <param name="content">The bytes, which are taken as they come.</param>
    /// <param name="root">The folder in which the file gets one of its own.</param>
    /// <param name="most">The most bytes.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <exception cref="PageFault">It is empty, too long, or of a kind that is not taken; nothing is left of it.</exception>
    internal static async Task<UploadedFile> ReceiveAsync(string name, Stream content, string root, long most, CancellationToken cancellation)
    {
        var shown = Texts.Clean(name.Split('/', '\\')[^1], LongestName);
        var folder = System.IO.Path.Combine(root, Guid.NewGuid().ToString("N"));
        var path = System.IO.Path.Combine(folder, "rows");
        Directory.CreateDirectory(folder);
        try
        {
            var bytes = await CopyAsync(content, path, most, cancellation).ConfigureAwait(false);
            var kind = KindOf(shown, path);
            File.Move(path, path + kind);
            return new(folder, path + kind, shown, bytes);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static async Task<long> CopyAsync(Stream content, string path, long most, CancellationToken cancellation)
    {
        var buffer = new byte[BufferBytes];
        var bytes = 0L;
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true);
        await using (file.ConfigureAwait(false))
        {
            while (await content.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var read)
            {
                bytes += read;
                if (bytes > most)
                {
                    throw new PageFault(413, "The file is too large", $"It has more than {Texts.Bytes(most)}, the most that is taken here. Send a part of its rows, or train on this machine: modelwright train FILE --target COLUMN");
                }

                await file.WriteAsync(buffer.AsMemory(0, read), cancellation).ConfigureAwait(false);
            }
        }

        return bytes > 0 ? bytes : throw new PageFault(400, "The file is empty", "It has no byte. Choose another file.");
    }

    // The name says what a file is only where it is a kind that is taken; else its first bytes do.
    private static string KindOf(string name, string path)
    {
        var named = System.IO.Path.GetExtension(name).ToLowerInvariant();
        if (Kinds.Contains(named))
        {
            return named;
        }

        var found = named.Length == 0 ? SourceAddress.ExtensionByContent(path) : named;
        if (Kinds.Contains(found))
        {
            return found;
        }

        throw new PageFault(415, "The file is of another kind", $"'{name}' is none of the kinds that are taken here: {string.Join(", ", Kinds)}. Save it as CSV and send that.");
    }
}
