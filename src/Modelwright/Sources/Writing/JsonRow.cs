using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Modelwright.Core.Data;

namespace Modelwright.Sources.Writing;

/// <summary>A row as a JSON object on one line; a missing value is null, a time is ISO 8601 text.</summary>
internal static class JsonRow
{
    internal static void Write(TextWriter writer, Table table, CellText[] cells, int row)
    {
        for (var column = 0; column < cells.Length; column++)
        {
            writer.Write(column == 0 ? "{" : ",");
            writer.Write(Quoted(table.Columns[column].Name));
            writer.Write(':');
            var cell = cells[column][row];
            writer.Write(cell is null ? "null" : table.Columns[column].Type == ColumnType.Number ? cell : Quoted(cell));
        }

        writer.Write(cells.Length == 0 ? "{}" : "}");
    }

    private static string Quoted(string text) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"");
}
