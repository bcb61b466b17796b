using System.Text;
using System.Text.Json;

namespace Modelwright.Server.Retraining;

/// <summary>The decisions about one model on the disk, a line of JSON each, only ever added to. A line that a kill has cut is passed over.</summary>
/// <param name="path">The file.</param>
internal sealed class RetrainingFile(string path)
{
    private const int MostRead = 100;

    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The newest records, oldest first; empty where there is no file.</summary>
    internal IReadOnlyList<RetrainingRecord> Read() => File.Exists(path) ? [.. File.ReadLines(path).TakeLast(MostRead).Select(Record).OfType<RetrainingRecord>()] : [];

    /// <summary>Adds a record and waits until it is on the disk.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    internal void Add(RetrainingRecord record)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var line = JsonSerializer.Serialize(record, Options) + "\n";
        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            line = file.ReadByte() == '\n' ? line : "\n" + line;
        }

        file.Write(Encoding.UTF8.GetBytes(line));
        file.Flush(flushToDisk: true);
    }

    private static RetrainingRecord? Record(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<RetrainingRecord>(line, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
