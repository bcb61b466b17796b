using System.IO.Enumeration;
using Modelwright.Core.Errors;

namespace Modelwright.Sources.Folders;

/// <summary>
/// The files that a folder or a pattern such as 'sales/2024-*/**/*.parquet' names. '*' and '?' stand for characters of one
/// name, '**' for any folders. Names that begin with '.' or '_' are taken only by a pattern that begins so too, and links only
/// where they are typed, so that nothing outside of the folder is read.
/// </summary>
internal sealed class FilePattern
{
    /// <summary>The most files that are taken together.</summary>
    internal const int MostFiles = 10_000;

    private const int MostEntries = 1_000_000;
    private const int MostDepth = 64;
    private const string AnyFolders = "**";

    private readonly string _address;
    private readonly CancellationToken _cancellation;
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _links = new(StringComparer.Ordinal);
    private int _entries;

    private FilePattern(string address, CancellationToken cancellation) => (_address, _cancellation) = (address, cancellation);

    /// <summary>Whether an address is a folder, or a pattern and not the name of a file.</summary>
    internal static bool IsOne(string address) => !File.Exists(address) && (IsPattern(address) || Directory.Exists(address));

    /// <summary>Finds the files.</summary>
    /// <param name="address">A folder, all of whose files are meant, or a pattern.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    /// <returns>The folder that holds all of them, their paths in it with '/' in ordinal order, and how many links were passed over.</returns>
    /// <exception cref="DataException">There are too many, or the folder does not exist.</exception>
    internal static (string Folder, IReadOnlyList<string> Files, int Links) Find(string address, CancellationToken cancellation)
    {
        var (folder, parts) = Split(IsPattern(address) ? address : Path.Combine(address, AnyFolders, "*"));
        if (!Directory.Exists(folder))
        {
            throw new DataException($"{address}: the folder '{folder}' was not found. Check the path; it is taken from {Directory.GetCurrentDirectory()}.");
        }

        var pattern = new FilePattern(address, cancellation);
        pattern.Walk(new DirectoryInfo(folder), "", parts, 0);
        return (folder, [.. pattern._files.Order(StringComparer.Ordinal)], pattern._links.Count);
    }

    private static bool IsPattern(string address) => address.AsSpan().ContainsAny('*', '?');

    private static (string Folder, string[] Parts) Split(string address)
    {
        string[] parts = address.Split([Path.DirectorySeparatorChar, '/']);
        var plain = Array.FindIndex(parts, IsPattern);
        var folder = string.Join('/', parts[..plain]);
        string[] inside = parts[^1] == AnyFolders ? [.. parts[plain..], "*"] : parts[plain..];
        return (plain > 0 ? folder + '/' : ".", inside);
    }

    private void Walk(DirectoryInfo folder, string path, ReadOnlySpan<string> parts, int depth)
    {
        if (parts.Length == 0 || depth > MostDepth)
        {
            return;
        }

        if (parts[0] == AnyFolders)
        {
            Walk(folder, path, parts[1..], depth);
        }

        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            _cancellation.ThrowIfCancellationRequested();
            if (++_entries > MostEntries)
            {
                throw new DataException($"{_address}: there are more than {MostEntries} files and folders to look at. Name a smaller folder, or a pattern that takes fewer.");
            }

            Visit(entry, path, parts, depth);
        }
    }

    private void Visit(FileSystemInfo entry, string path, ReadOnlySpan<string> parts, int depth)
    {
        var isAny = parts[0] == AnyFolders;
        if (!isAny && !Matches(parts[0], entry.Name) || (isAny && IsHidden(entry.Name)))
        {
            return;
        }

        var inside = path + entry.Name;
        if (entry.LinkTarget is not null && (isAny || IsPattern(parts[0])))
        {
            _links.Add(inside);
        }
        else if (entry is DirectoryInfo folder)
        {
            Walk(folder, inside + '/', isAny ? parts : parts[1..], depth + 1);
        }
        else if (parts.Length == 1 && !isAny)
        {
            Add(inside);
        }
    }

    private void Add(string path)
    {
        _files.Add(path);
        if (_files.Count > MostFiles)
        {
            throw new DataException($"{_address}: there are more than {MostFiles} files. Put their rows into fewer files, or name a pattern that takes fewer.");
        }
    }

    private static bool Matches(string part, string name) =>
        IsPattern(part)
            ? (!IsHidden(name) || IsHidden(part)) && FileSystemName.MatchesSimpleExpression(part.Replace("\\", @"\\", StringComparison.Ordinal), name, ignoreCase: OperatingSystem.IsWindows())
            : string.Equals(part, name, OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private static bool IsHidden(string name) => name is ['.' or '_', ..];
}
