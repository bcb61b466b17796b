using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources.Writing;
using Modelwright.Sources.Writing.Databases;
using Modelwright.Sources.Writing.Excel;
using Modelwright.Sources.Writing.Text;

namespace Modelwright.Sources;

/// <summary>Writes tables to files: beside the path first, then renamed, so that no half-written file is left.</summary>
public static class TableWriter
{
    // Below this a table is written sooner than a thread is started.
    private const int FewRows = 1000;

    private static readonly DelimitedFormat Csv = new(',', TextFile.WithCompressed(".csv"));

    private static readonly ITableFormat[] Formats =
    [
        Csv,
        new DelimitedFormat('\t', TextFile.WithCompressed(".tsv")),
        new JsonLinesFormat(),
        new JsonFormat(),
        new ParquetFormat(),
        new XlsxFormat(),
        new XmlFormat(),
        new SqliteFormat(),
        new DuckFormat(),
    ];

    /// <summary>Ends of file names that can be written.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [.. Formats.SelectMany(format => format.Extensions)];

    /// <summary>Writes a table to a file of the kind that its name says; an existing file is replaced, but no database with other tables.</summary>
    /// <param name="table">The table; rows keep their order. In a workbook it is a sheet and in a database a table, named 'predictions'.</param>
    /// <param name="path">A path that ends with one of <see cref="Extensions"/>; its folder must exist.</param>
    /// <param name="cancellation">Asks to end at once; nothing is left then.</param>
    /// <exception cref="OptionsException">The kind of file is not known, the folder does not exist, or the database must not be replaced.</exception>
    /// <exception cref="DataException">Such a file cannot hold the table; the text lists why. Nothing is written then.</exception>
    public static async Task WriteAsync(Table table, string path, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        CheckPath(path);
        if (table.RowCount <= FewRows)
        {
            Write(table, path, cancellation);
            return;
        }

        await Task.Run(() => Write(table, path, cancellation), cancellation).ConfigureAwait(false);
    }

    /// <summary>Checks that <see cref="WriteAsync"/> could write a path, so that a long computation does not fail at its end.</summary>
    /// <param name="path">A path.</param>
    /// <exception cref="OptionsException">The kind of file is not known, the folder does not exist, or the database must not be replaced.</exception>
    public static void CheckPath(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (FormatOf(path) is not { } format)
        {
            var extension = Path.GetExtension(path);
            throw new OptionsException($"'{path}' cannot be written: {(extension.Length == 0 ? "it has no extension" : $"the extension '{extension}' is not known")}.{NearestName.Suggest(extension, Extensions)} Use one of {string.Join(", ", Extensions)}.");
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
        {
            throw new OptionsException($"'{path}' cannot be written: the folder '{folder}' does not exist. Make it first.");
        }

        if (Directory.Exists(path))
        {
            throw new OptionsException($"'{path}' cannot be written: it is a folder. Name a file in it.");
        }

        format.CheckReplaced(path);
    }

    /// <summary>Writes a table as comma-separated values to a stream, such as standard output.</summary>
    /// <param name="table">The table.</param>
    /// <param name="stream">Left open.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    /// <exception cref="DataException">A text holds half of a character; nothing is written then.</exception>
    public static void WriteCsv(Table table, Stream stream, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(stream);
        Csv.CheckTable(table, "Standard output", cancellation);
        Csv.Write(table, stream, cancellation);
    }

    private static void Write(Table table, string path, CancellationToken cancellation)
    {
        var format = FormatOf(path)!;
        format.CheckTable(table, path, cancellation);
        var full = Path.GetFullPath(path);

        // A format tells by the end of the name whether to compress.
        var end = TextFile.Compressed.FirstOrDefault(end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase)) ?? "";
        var beside = $"{full}.{Environment.ProcessId}.{Environment.TickCount64}{format.Extensions[0]}{end}";
        try
        {
            format.Write(table, path, beside, cancellation);
            File.Move(beside, full, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    private static ITableFormat? FormatOf(string path) => Array.Find(
        Formats,
        format => format.Extensions.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase)));
}
