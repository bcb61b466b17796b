using System.IO.Compression;
using System.Xml;

namespace Modelwright.Sources.Excel;

/// <summary>Finds the cells of a sheet that hold an error such as #DIV/0!, which the reader of workbooks gives as empty ones.</summary>
/// <remarks>Source: ECMA-376, part 1, section 18.3.1.4: a cell of type 'e'.</remarks>
internal static class ErrorCells
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The cells by row and column from 0, with their errors.</summary>
    internal static Dictionary<(int Row, int Column), string> Find(string path, string sheet)
    {
        var found = new Dictionary<(int, int), string>();
        using var archive = ZipFile.OpenRead(path);
        if (PartOf(archive, sheet) is not { } part)
        {
            return found;
        }

        using var reader = XmlReader.Create(part.Open());
        (int, int)? cell = null;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "c")
            {
                cell = reader.GetAttribute("t") == "e" && reader.GetAttribute("r") is { } name ? CellRange.Place(name) : null;
            }
            else if (reader.NodeType == XmlNodeType.Text && cell is { } place)
            {
                found[place] = reader.Value;
            }
        }

        return found;
    }

    private static ZipArchiveEntry? PartOf(ZipArchive archive, string sheet)
    {
        var id = Attribute(archive, "xl/workbook.xml", "sheet", reader => reader.GetAttribute("name") == sheet, reader => reader.GetAttribute("id", Office));
        var target = Attribute(archive, "xl/_rels/workbook.xml.rels", "Relationship", reader => reader.GetAttribute("Id") == id, reader => reader.GetAttribute("Target"));
        return target is null ? null : archive.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target);
    }

    private static string? Attribute(ZipArchive archive, string part, string element, Func<XmlReader, bool> isIt, Func<XmlReader, string?> value)
    {
        if (archive.GetEntry(part) is not { } entry)
        {
            return null;
        }

        using var reader = XmlReader.Create(entry.Open());
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == element && isIt(reader))
            {
                return value(reader);
            }
        }

        return null;
    }
}
