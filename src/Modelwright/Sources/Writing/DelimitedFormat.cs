using System.Buffers;
using Modelwright.Core.Data;

namespace Modelwright.Sources.Writing;

/// <summary>Delimited text by RFC 4180, with LF line breaks; a missing value is an empty cell.</summary>
internal sealed class DelimitedFormat(char separator, IReadOnlyList<string> extensions) : TextFormat
{
    private readonly SearchValues<char> _special = SearchValues.Create([separator, '"', '\r', '\n']);

    public override IReadOnlyList<string> Extensions => extensions;

    protected override void WriteHeader(TextWriter writer, Table table) => WriteLine(writer, [.. table.Names]);

    protected override void WriteRow(TextWriter writer, Table table, CellText[] cells, int row)
    {
        for (var column = 0; column < cells.Length; column++)
        {
            if (column > 0)
            {
                writer.Write(separator);
            }

            WriteCell(writer, cells[column][row], cells.Length == 1);
        }

        writer.WriteLine();
    }

    private void WriteLine(TextWriter writer, string[] cells)
    {
        for (var column = 0; column < cells.Length; column++)
        {
            if (column > 0)
            {
                writer.Write(separator);
            }

            WriteCell(writer, cells[column], cells.Length == 1);
        }

        writer.WriteLine();
    }

    // An empty cell on a line of its own would be a blank line, so it is quoted.
    private void WriteCell(TextWriter writer, string? cell, bool isAlone)
    {
        var text = cell.AsSpan();
        if (!text.ContainsAny(_special) && !(text.IsWhiteSpace() && (isAlone || cell is not null)))
        {
            writer.Write(text);
            return;
        }

        writer.Write('"');
        writer.Write(cell?.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
    }
}
