using System.Buffers;
using System.Xml;
using Modelwright.Core.Data;

namespace Modelwright.Sources.Writing.Text;

/// <summary>
/// XML with an element a row and in it an element a column, also where the value is missing, so that each row tells all columns in
/// their order. What a name of an element cannot hold is written as in .NET and SQL Server: '_x0020_' is a space.
/// </summary>
internal sealed class XmlFormat : TextFormat
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\r");

    public override IReadOnlyList<string> Extensions { get; } = TextFile.WithCompressed(".xml");

    protected override void Check(Table table, CellCheck check) => check.Named(table, "an XML document").Texts(TextFault);

    protected override string Label(string name) => XmlConvert.EncodeLocalName(name);

    protected override void WriteHeader(TextWriter writer, TextField[] fields)
    {
        writer.WriteLine("""<?xml version="1.0" encoding="utf-8"?>""");
        writer.WriteLine($"<{WrittenTable.Name}>");
    }

    protected override void WriteRow(TextWriter writer, TextField[] fields, int row)
    {
        writer.Write("<row>");
        foreach (var field in fields)
        {
            writer.Write('<');
            writer.Write(field.Label);
            if (field.Cells[row] is { Length: > 0 } cell)
            {
                writer.Write('>');
                WriteText(writer, cell);
                writer.Write("</");
                writer.Write(field.Label);
                writer.Write('>');
            }
            else
            {
                writer.Write("/>");
            }
        }

        writer.WriteLine("</row>");
    }

    protected override void WriteFooter(TextWriter writer) => writer.WriteLine($"</{WrittenTable.Name}>");

    // A bare CR becomes a line feed on reading (XML 1.0, section 2.11), so it is written as a reference.
    private static void WriteText(TextWriter writer, ReadOnlySpan<char> text)
    {
        int place;
        while ((place = text.IndexOfAny(Special)) >= 0)
        {
            writer.Write(text[..place]);
            writer.Write(text[place] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => "&#xD;" });
            text = text[(place + 1)..];
        }

        writer.Write(text);
    }

    private static string? TextFault(string text)
    {
        var half = OddCharacter.FirstHalf(text);
        for (var place = 0; place < text.Length; place++)
        {
            if (place == half || (!char.IsSurrogate(text[place]) && !XmlConvert.IsXmlChar(text[place])))
            {
                return $"the text holds the character {OddCharacter.Code(text[place])}, which no XML document can. Take it out, or write CSV.";
            }
        }

        return null;
    }
}
