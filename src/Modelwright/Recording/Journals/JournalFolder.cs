using System.Text.Json;
using Modelwright.Recording.Runs;

namespace Modelwright.Recording.Journals;

/// <summary>Where the journals of unfinished runs lie: a folder a run, named by its id, beside the store.</summary>
internal static class JournalFolder
{
    /// <summary>The file that whoever writes a journal holds; the system lets go of it when the program ends, however it ends.</summary>
    public const string LockName = "lock";

    /// <summary>The entry with what the run was told.</summary>
    public const string StartName = "run" + EntryFile.Extension;

    /// <summary>The key of that entry.</summary>
    public const string StartKey = "run";

    private const string Done = ".done";
    private const int MostFolders = 10_000;

    /// <summary>The folder of a run.</summary>
    public static string Of(string root, string id) => RunId.IsOne(id) ? Path.Combine(root, id) : throw new ArgumentException($"'{id}' is no id of a run.", nameof(id));

    /// <summary>What there is of a run's journal.</summary>
    public static JournalState StateOf(string root, string id)
    {
        if (!RunId.IsOne(id) || !File.Exists(Path.Combine(root, id, StartName)))
        {
            return JournalState.Absent;
        }

        try
        {
            using var free = new FileStream(Path.Combine(root, id, LockName), FileMode.Open, FileAccess.Read, FileShare.Read);
            return JournalState.Left;
        }
        catch (FileNotFoundException)
        {
            return JournalState.Left;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return JournalState.Held;
        }
    }

    /// <summary>The runs whose journals were left, newest first; folders of anything else are passed over.</summary>
    public static IEnumerable<RunStart> Left(string root)
    {
        if (!Directory.Exists(root))
        {
            return [];
        }

        string[] ids = [.. Directory.EnumerateDirectories(root).Take(MostFolders).Select(folder => Path.GetFileName(folder)).Where(RunId.IsOne)];
        return ids.OrderDescending(StringComparer.Ordinal)
            .Where(id => StateOf(root, id) == JournalState.Left)
            .Select(id => ReadStart(root, id))
            .OfType<RunStart>();
    }

    /// <summary>What the run of a journal was told; null where that cannot be read.</summary>
    public static RunStart? ReadStart(string root, string id)
    {
        if (EntryFile.Read(Path.Combine(Of(root, id), StartName), StartKey) is not { } bytes)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<RunStart>(bytes) is { } start && start.Id == id ? start : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Takes a journal away: renamed first, so that one that is half gone is never taken for one that can be gone on with.</summary>
    public static void Remove(string root, string id)
    {
        var folder = Of(root, id);
        if (!Directory.Exists(folder))
        {
            return;
        }

        try
        {
            Directory.Move(folder, folder + Done);
            Directory.Delete(folder + Done, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // What is left is swept by the next run.
        }
    }

    /// <summary>Takes away what was left of journals that were being removed.</summary>
    public static void Sweep(string root)
    {
        foreach (var folder in Directory.EnumerateDirectories(root, "*" + Done).Take(MostFolders).Where(folder => RunId.IsOne(Path.GetFileNameWithoutExtension(folder))))
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // Another run sweeps at the same time, or the folder is somebody else's: it harms nothing.
            }
        }
    }
}
