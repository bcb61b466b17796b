using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Modelwright.Core.Data;
using Modelwright.Sources.Excel;

namespace Modelwright.Sources.Writing.Excel;

/// <summary>
/// An Excel workbook of one sheet, streamed: numbers as numbers, times as dates where Excel can hold them, levels and texts as text
/// that is never a formula, and no cell where a value is missing.
/// </summary>
/// <remarks>Source: ECMA-376, part 1, sections 18.3 (sheets) and 22.9.2.19 (texts).</remarks>
internal sealed class XlsxFormat : ITableFormat
{
    /// <summary>The most characters of one cell.</summary>
    internal const int MostCharacters = 32_767;

    private const int CancellationStride = 256;

    private static readonly XmlWriterSettings Settings = new() { CloseOutput = false, NewLineHandling = NewLineHandling.None };

    public IReadOnlyList<string> Extensions { get; } = [".xlsx"];

    public void CheckTable(Table table, string path, CancellationToken cancellation) => new CellCheck(table, path, cancellation)
        .Add(table.RowCount < CellRange.MostRows ? null : $"the table has {table.RowCount} rows, and a sheet of Excel holds {CellRange.MostRows - 1} below the names. Write CSV or Parquet, or fewer rows.")
        .Add(table.Columns.Count <= CellRange.MostColumns ? null : $"the table has {table.Columns.Count} columns, and a sheet of Excel holds {CellRange.MostColumns}. Write CSV or Parquet, or fewer columns.")
        .Named(table, "an Excel workbook")
        .Names(name => name.Length > 0 && string.IsNullOrWhiteSpace(name) ? "it is blank, and an Excel workbook needs one. Name the column, or write CSV." : TooLong(name))
        .Texts(TooLong)
        .Numbers(Infinite)
        .Throw();

    public void Write(Table table, string path, string beside, CancellationToken cancellation)
    {
        using var archive = ZipFile.Open(beside, ZipArchiveMode.Create);
        foreach (var (name, text) in XlsxParts.All)
        {
            using var part = new StreamWriter(Begin(archive, name));
            part.Write(text);
        }

        using var sheet = Begin(archive, XlsxParts.Sheet);
        using var writer = XmlWriter.Create(sheet, Settings);
        writer.WriteStartElement("worksheet", XlsxParts.Main);
        writer.WriteStartElement("sheetData");
        WriteRows(writer, table, cancellation);
    }

    // The same table gives the same bytes, so no clock is asked. The date is the first that a zip file can hold.
    private static Stream Begin(ZipArchive archive, string name)
    {
        var part = archive.CreateEntry(name);
        part.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return part.Open();
    }

    private static void WriteRows(XmlWriter writer, Table table, CancellationToken cancellation)
    {
        XlsxColumn[] columns = [.. table.Columns.Select(XlsxColumn.Of)];
        writer.WriteStartElement("row");
        foreach (var column in columns)
        {
            column.WriteName(writer);
        }

        writer.WriteEndElement();
        for (var row = 0; row < table.RowCount; row++)
        {
            if (row % CancellationStride == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            writer.WriteStartElement("row");
            foreach (var column in columns)
            {
                column.Write(writer, row);
            }

            writer.WriteEndElement();
        }
    }

    private static string? TooLong(string text) => text.Length <= MostCharacters
        ? null
        : $"the text has {text.Length} characters, and a cell of Excel holds {MostCharacters}. Shorten it, or write CSV.";

    private static string? Infinite(double number) => double.IsFinite(number)
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"the number is {number:R}, which no cell of Excel holds. Replace it by a finite one, or write CSV.");
}
