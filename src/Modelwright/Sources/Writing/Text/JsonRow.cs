using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Modelwright.Sources.Writing.Text;

/// <summary>A row as a JSON object on one line; a missing value is null, a time is ISO 8601 text.</summary>
internal static class JsonRow
{
    internal static void Write(TextWriter writer, TextField[] fields, int row)
    {
        for (var column = 0; column < fields.Length; column++)
        {
            writer.Write(column == 0 ? "{" : ",");
            writer.Write(fields[column].Label);
            writer.Write(':');
            var cell = fields[column].Cells[row];
            writer.Write(cell is null ? "null" : fields[column].IsNumber ? cell : Quoted(cell));
        }

        writer.Write(fields.Length == 0 ? "{}" : "}");
    }

    /// <summary>Says that JSON has no such number; null where it has.</summary>
    internal static string? NumberFault(double number) => double.IsFinite(number)
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"the number is {number:R}, which JSON cannot hold. Replace it by a finite one, or leave it out.");

    internal static string Quoted(string text) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"");
}
