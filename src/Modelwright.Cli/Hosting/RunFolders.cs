using System.Globalization;

namespace Modelwright.Cli.Hosting;

/// <summary>The folders that runs leave their files in.</summary>
internal static class RunFolders
{
    private const string Root = "runs";

    /// <summary>Takes a folder away that a run left empty, and 'runs' with it if that was all in it.</summary>
    public static void RemoveEmpty(string folder)
    {
        for (var path = folder; !string.IsNullOrEmpty(path); path = Path.GetDirectoryName(path))
        {
            var isOurs = path == folder || Path.GetFileName(path) == Root;
            if (!isOurs || !Directory.Exists(path) || Directory.EnumerateFileSystemEntries(path).Any())
            {
                return;
            }

            Directory.Delete(path);
        }
    }

    /// <summary>Makes the folder a person named, or a new one under runs/ named after the time.</summary>
    public static string Make(string? named, TimeProvider time)
    {
        if (named is not null)
        {
            return Directory.CreateDirectory(named) is { } folder && folder.Exists ? named : throw new IOException($"The folder '{named}' could not be made.");
        }

        var stem = Path.Combine(Root, time.GetLocalNow().ToString("yyyy-MM-dd-HHmmss", CultureInfo.InvariantCulture));
        var path = stem;
        for (var number = 2; Directory.Exists(path); number++)
        {
            path = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
        }

        Directory.CreateDirectory(path);
        return path;
    }
}
