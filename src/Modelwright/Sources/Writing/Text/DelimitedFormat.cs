using System.Buffers;

namespace Modelwright.Sources.Writing.Text;

/// <summary>Delimited text by RFC 4180, with LF line breaks; a missing value is an empty cell.</summary>
internal sealed class DelimitedFormat(char separator, IReadOnlyList<string> extensions) : TextFormat
{
    private readonly SearchValues<char> _special = SearchValues.Create([separator, '"', '\r', '\n']);

    public override IReadOnlyList<string> Extensions => extensions;

    protected override string Label(string name) => name;

    protected override void WriteHeader(TextWriter writer, TextField[] fields)
    {
        for (var column = 0; column < fields.Length; column++)
        {
            WriteCell(writer, fields[column].Label, column, fields.Length);
        }

        writer.WriteLine();
    }

    protected override void WriteRow(TextWriter writer, TextField[] fields, int row)
    {
        for (var column = 0; column < fields.Length; column++)
        {
            WriteCell(writer, fields[column].Cells[row], column, fields.Length);
        }

        writer.WriteLine();
    }

    // An empty cell on a line of its own would be a blank line, so it is quoted.
    private void WriteCell(TextWriter writer, string? cell, int column, int columns)
    {
        if (column > 0)
        {
            writer.Write(separator);
        }

        var text = cell.AsSpan();
        if (!text.ContainsAny(_special) && !(text.IsWhiteSpace() && (columns == 1 || cell is not null)))
        {
            writer.Write(text);
            return;
        }

        writer.Write('"');
        writer.Write(cell?.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
    }
}
