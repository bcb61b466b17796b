using Microsoft.Win32.SafeHandles;

namespace Modelwright.Hosting.Reloading;

/// <summary>By what a change of a file is seen. Two files of one length, written at one time, are taken for the same.</summary>
/// <param name="Length">In bytes.</param>
/// <param name="LastWrite">In UTC, as exact as the file system keeps it.</param>
internal readonly record struct PackageStamp(long Length, DateTime LastWrite)
{
    /// <summary>The stamp of a file that is there and cannot be opened.</summary>
    internal static readonly PackageStamp Unreadable = new(-1, default);

    /// <summary>
    /// The stamp of the file that a path leads to now; null where there is none. The file is opened for it: that follows links, as
    /// mounted configuration changes by a link above the file, and asks a network share for its present state instead of a kept one.
    /// </summary>
    internal static PackageStamp? Of(string path)
    {
        try
        {
            using var file = Open(path);
            return Of(file);
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return Unreadable;
        }
    }

    /// <summary>The stamp of an open file.</summary>
    internal static PackageStamp Of(SafeFileHandle file) => new(RandomAccess.GetLength(file), File.GetLastWriteTimeUtc(file));

    /// <summary>Opens a file without being in the way of who writes, renames or deletes it.</summary>
    internal static SafeFileHandle Open(string path) => File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
}
