using System.IO.Compression;
using System.Text;

namespace Modelwright.Tests.Sources.Excel;

/// <summary>Writes workbooks part by part, sound ones and others. Source: ECMA-376, part 1.</summary>
internal static class XlsxFile
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <summary>Writes a workbook.</summary>
    /// <param name="path">Where.</param>
    /// <param name="sheets">Names, and what stands in 'sheetData' and behind it.</param>
    internal static void Write(string path, params (string Name, string Rows)[] sheets)
    {
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Add(archive, "[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
        Add(archive, "_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        var names = sheets.Select((sheet, index) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{index + 1}\" r:id=\"r{index + 1}\"/>");
        Add(archive, "xl/workbook.xml", $"<workbook {Main} xmlns:r=\"{Office}\"><sheets>{string.Concat(names)}</sheets></workbook>");
        var links = sheets.Select((_, index) => $"<Relationship Id=\"r{index + 1}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{index + 1}.xml\"/>");
        Add(archive, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\">{string.Concat(links)}<Relationship Id=\"s\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>");
        Add(archive, "xl/styles.xml", $"<styleSheet {Main}><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
        for (var index = 0; index < sheets.Length; index++)
        {
            Add(archive, $"xl/worksheets/sheet{index + 1}.xml", $"<worksheet {Main}><sheetData>{sheets[index].Rows.Replace("</data>", "</sheetData>", StringComparison.Ordinal)}{(sheets[index].Rows.Contains("</data>", StringComparison.Ordinal) ? "" : "</sheetData>")}</worksheet>");
        }
    }

    /// <summary>A row of cells; texts stand inline, numbers as they are, and what begins with '&lt;' is a cell of its own.</summary>
    internal static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((cell, column) => Cell($"{(char)('A' + column)}{number}", cell)))}</row>";

    internal static void Add(ZipArchive archive, string name, string text)
    {
        using var stream = archive.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private static string Cell(string place, string cell) => cell switch
    {
        "" => "",
        ['<', ..] => cell.Replace("<c", $"<c r=\"{place}\"", StringComparison.Ordinal),
        _ when double.TryParse(cell, out _) => $"<c r=\"{place}\"><v>{cell}</v></c>",
        _ => $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>",
    };
}
