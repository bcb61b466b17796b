using Modelwright.Core.Errors;
using Modelwright.Sources.Databases;
using Modelwright.Sources.Delimited;
using Modelwright.Sources.Duck;
using Modelwright.Sources.Excel;
using Modelwright.Sources.Folders;
using Modelwright.Sources.Json;
using Modelwright.Sources.Logs;
using Modelwright.Sources.Xml;

namespace Modelwright.Sources;

/// <summary>The sources that come with the product.</summary>
public static class BuiltInSources
{
    /// <summary>All sources, in the order they are asked; a new one is one line here.</summary>
    public static IReadOnlyList<ISource> All { get; } =
    [
        new SqlSource(),
        new ServerSource(),
        new FolderSource(),
        new CsvSource(),
        new TextDocumentSource(),
        new TsvSource(),
        new JsonLinesSource(),
        new JsonSource(),
        new ParquetSource(),
        new LogSource(),
        new XmlSource(),
        new DuckFileSource(),
        new SqliteSource(),
        new ExcelSource(),
    ];

    /// <summary>Ends of file names that can be read.</summary>
    internal static IEnumerable<string> Extensions => All.SelectMany(source => source.Info.Extensions).Distinct(StringComparer.Ordinal);

    private static IEnumerable<ISource> OfFiles => All.Where(source => source.Info.Extensions.Count > 0);

    /// <summary>The source for what a person typed.</summary>
    /// <param name="path">A file, a folder, a pattern such as 'sales/*.parquet', SQL over files, or the address of a database.</param>
    /// <returns>The first that accepts it.</returns>
    /// <exception cref="DataException">None does; the text lists what can be read.</exception>
    public static ISource For(string path) => For(path, format: null);

    /// <summary>The source for what a person typed.</summary>
    /// <param name="path">A file, a folder, a pattern such as 'sales/*.parquet', SQL over files, or the address of a database.</param>
    /// <param name="format">The name of the source that reads the file, whatever the file is called, as in <see cref="ReadOptions.Format"/>; null finds out.</param>
    /// <returns>The first that accepts it.</returns>
    /// <exception cref="DataException">None does; the text lists what can be read.</exception>
    public static ISource For(string path, string? format)
    {
        ArgumentNullException.ThrowIfNull(path);
        return All.FirstOrDefault(source => source.Info.Extensions.Count == 0 && source.Accepts(path)) ?? OfFile(path, format) ?? throw Unknown(path);
    }

    /// <summary>The source for a file; null where there is none.</summary>
    internal static ISource? OfFile(string path, string? format) =>
        format is null ? OfFiles.FirstOrDefault(source => source.Accepts(path)) : Named(format);

    /// <summary>The source of files with a name; null where there is none.</summary>
    internal static ISource? Named(string format) => OfFiles.FirstOrDefault(source => source.Info.Name == format);

    /// <summary>The names of all sources of files.</summary>
    internal static IEnumerable<string> Formats => OfFiles.Select(source => source.Info.Name);

    private static DataException Unknown(string path)
    {
        SourceFile.CheckExists(path);
        string[] known = [.. Extensions];
        var extension = Path.GetExtension(path);
        var what = extension.Length == 0 ? "has no extension" : $"has the extension '{extension}', which is not known";
        return new($"{path}: the file {what}.{NearestName.Suggest(extension, known)} Files of these kinds can be read: {string.Join(", ", known)}. Rename or convert the file, or say what it is by Format (--format): {string.Join(", ", Formats)}.");
    }
}
