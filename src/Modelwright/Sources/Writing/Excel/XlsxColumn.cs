using System.Globalization;
using System.Xml;
using Modelwright.Core.Data;
using Modelwright.Sources.Excel;

namespace Modelwright.Sources.Writing.Excel;

/// <summary>A column of a sheet.</summary>
/// <param name="Name">Stands in the first row.</param>
/// <param name="Letters">As Excel names it: 'AB'.</param>
/// <param name="Cells">Numbers as XML has them, or texts.</param>
/// <param name="IsText">Whether they are texts.</param>
/// <param name="Style">The number of their style; null is the usual one.</param>
internal sealed record XlsxColumn(string Name, string Letters, CellText Cells, bool IsText, string? Style)
{
    /// <summary>Finds out how Excel holds a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="position">Its 0-based place.</param>
    internal static XlsxColumn Of(Column column, int position)
    {
        var letters = CellRange.Name(0, position)[..^1];
        return column is TimeColumn times && XlsxDates.StyleOf(times.Values) is { } style
            ? new(column.Name, letters, CellText.Of(times.Values, XlsxDates.Serial), IsText: false, style)
            : new(column.Name, letters, CellText.Of(column), column.Type != ColumnType.Number, Style: null);
    }

    /// <summary>Writes the name, into the first row.</summary>
    internal void WriteName(XmlWriter writer)
    {
        Begin(writer, 1);
        WriteText(writer, Name);
        writer.WriteEndElement();
    }

    /// <summary>Writes the cell of a row, unless it is missing.</summary>
    /// <param name="writer">Stands in the row.</param>
    /// <param name="row">0-based row of the table.</param>
    internal void Write(XmlWriter writer, int row)
    {
        if (Cells[row] is not { Length: > 0 } cell)
        {
            return;
        }

        Begin(writer, row + 2);
        if (IsText)
        {
            WriteText(writer, cell);
        }
        else
        {
            WriteNumber(writer, cell);
        }

        writer.WriteEndElement();
    }

    private void Begin(XmlWriter writer, int row)
    {
        writer.WriteStartElement("c");
        writer.WriteAttributeString("r", string.Create(CultureInfo.InvariantCulture, $"{Letters}{row}"));
    }

    private void WriteNumber(XmlWriter writer, string number)
    {
        if (Style is not null)
        {
            writer.WriteAttributeString("s", Style);
        }

        writer.WriteElementString("v", number);
    }

    // An inline text is shown as it is; nothing in it makes a formula.
    private static void WriteText(XmlWriter writer, string text)
    {
        writer.WriteAttributeString("t", "inlineStr");
        writer.WriteStartElement("is");
        writer.WriteStartElement("t");
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
        {
            writer.WriteAttributeString("xml", "space", null, "preserve");
        }

        writer.WriteString(XlsxText.Escaped(text));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
