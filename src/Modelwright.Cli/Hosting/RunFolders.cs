using System.Globalization;
using Modelwright.Core.Errors;

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
    /// <exception cref="OptionsException">The name is that of a file.</exception>
    public static string Make(string? named, TimeProvider time)
    {
        if (named is not null)
        {
            if (File.Exists(named))
            {
                throw new OptionsException($"--out: '{named}' is a file. Name a folder, or leave the option out for a new one under {Root}/.");
            }

            Directory.CreateDirectory(named);
            return named;
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
