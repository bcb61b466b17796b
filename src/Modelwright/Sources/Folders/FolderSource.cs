using Modelwright.Core.Errors;
using Modelwright.Sources.Choosing;

namespace Modelwright.Sources.Folders;

/// <summary>
/// A folder, or a pattern such as 'sales/*.parquet': the rows of all its files of one kind, in ordinal order of their paths;
/// of '.txt' files each is one document.
/// </summary>
internal sealed class FolderSource : ISource
{
    private const int MostShown = 5;

    /// <inheritdoc/>
    public SourceInfo Info { get; } = new("folder", "Files of one kind", []) { Takes = SourceOptions.All };

    /// <inheritdoc/>
    public bool Accepts(string path) => FilePattern.IsOne(path);

    /// <inheritdoc/>
    public async Task<SourceTable> ReadAsync(SourceRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (folder, all, links) = FilePattern.Find(request.Path, cancellation);
        var (source, files) = OfOneKind(request.Path, request.Options.Format, folder, all);
        SourceFit.Check(source.Info, request.Path, request.Options);
        var read = source is TextDocumentSource
            ? await Task.Run(() => new TextDocuments(request, folder, files).Read(cancellation), cancellation).ConfigureAwait(false)
            : await new FilesReader(request, source, folder, files).ReadAsync(cancellation).ConfigureAwait(false);
        string[] others = [.. all.Except(files, StringComparer.Ordinal)];
        return read with { Report = read.Report with { Notes = [.. Notes(files.Count, others, links), .. read.Report.Notes] } };
    }

    /// <summary>What reads the files of a folder or a pattern.</summary>
    /// <exception cref="DataException">They are of several kinds, or of none that is known.</exception>
    internal static SourceInfo KindOf(string address, string? format)
    {
        var (folder, files, _) = FilePattern.Find(address, CancellationToken.None);
        return OfOneKind(address, format, folder, files).Source.Info;
    }

    private static (ISource Source, IReadOnlyList<string> Files) OfOneKind(string address, string? format, string folder, IReadOnlyList<string> files)
    {
        var kinds = files
            .Select(file => (File: file, Source: Of(Path.Combine(folder, file), format)))
            .Where(pair => pair.Source is not null)
            .GroupBy(pair => pair.Source!)
            .ToArray();
        return kinds switch
        {
            [var one] => (one.Key, [.. one.Select(pair => pair.File)]),
            [] => throw NoFiles(address),
            _ => throw new DataException($"{address}: there are files of {kinds.Length} kinds: {string.Join(", ", kinds.Select(kind => $"{kind.Key.Info.Name} ({kind.Count()}, such as '{kind.First().File}')"))}. Name those of one kind by a pattern, such as '{Path.Combine(folder, "*" + Path.GetExtension(kinds[0].First().File))}'."),
        };
    }

    private static DataException NoFiles(string address) => new(
        $"{address}{(Directory.Exists(address) ? " is a folder, and there is no file in it that can be read." : ": there is no file that fits the pattern and can be read.")} Files of these kinds can be: {string.Join(", ", BuiltInSources.Extensions)}. Check the path, or convert the files.");

    // One file named '.txt' may well be a table; many of them are documents, unless the person says otherwise.
    private static ISource? Of(string file, string? format) =>
        BuiltInSources.OfFile(file, format ?? (file.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) ? TextDocumentSource.Name : null));

    private static IEnumerable<string> Notes(int files, string[] others, int links)
    {
        yield return files == 1 ? "1 file was read." : $"{files} files were read, in the order of their paths.";
        if (others.Length > 0)
        {
            yield return $"{others.Length} files of other kinds were passed over: {string.Join(", ", others.Take(MostShown))}{(others.Length > MostShown ? ", …" : "")}.";
        }

        if (links > 0)
        {
            yield return $"{links} links were passed over, as they may lead out of the folder. Name them to read them.";
        }
    }
}
