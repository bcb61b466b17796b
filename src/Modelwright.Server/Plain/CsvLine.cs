using System.Buffers;
using System.Text;

namespace Modelwright.Server.Plain;

/// <summary>Takes a record of CSV (RFC 4180) apart: commas, quotes doubled inside quotes.</summary>
internal static class CsvLine
{
    /// <summary>Whether a part of a record has an odd number of quotes, so that they are open behind it where they were not before.</summary>
    internal static bool IsOpen(ReadOnlySequence<byte> part)
    {
        var quotes = 0;
        foreach (var memory in part)
        {
            quotes += memory.Span.Count((byte)'"');
        }

        return (quotes & 1) == 1;
    }

    internal static List<string> Split(ReadOnlySpan<byte> line)
    {
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        var text = Encoding.UTF8.GetString(line);
        for (var place = 0; place < text.Length; place++)
        {
            var letter = text[place];
            if (letter == '"')
            {
                if (isQuoted && place + 1 < text.Length && text[place + 1] == '"')
                {
                    cell.Append('"');
                    place++;
                }
                else
                {
                    isQuoted = !isQuoted;
                }
            }
            else if (letter == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(letter);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
