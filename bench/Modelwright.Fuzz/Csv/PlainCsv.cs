using System.Text;

namespace Modelwright.Fuzz.Csv;

/// <summary>
/// Delimited text by RFC 4180 in the plainest way, letter by letter over the whole text: the judge of the product's reader.
/// A broken record ends with its first line.
/// </summary>
internal sealed class PlainCsv(string text, char separator, bool hasQuotes)
{
    private int _at;

    /// <summary>All records.</summary>
    internal List<CsvRow> Rows()
    {
        var rows = new List<CsvRow>();
        _at = text.StartsWith('\uFEFF') ? 1 : 0;
        while (_at < text.Length)
        {
            var start = _at;
            if (Row() is not { } row)
            {
                _at = AfterLine(start);
                row = new([], IsBlank: false, IsBroken: true);
            }
            else if (text.AsSpan(start, _at - start).ContainsAny('\0', '\uFFFF'))
            {
                row = row with { IsBroken = true };
            }

            rows.Add(row);
        }

        return rows;
    }

    // Null where the quotes are wrong.
    private CsvRow? Row()
    {
        var cells = new List<string>();
        var isQuoted = false;
        while (true)
        {
            isQuoted = hasQuotes && _at < text.Length && text[_at] == '"';
            if ((isQuoted ? Quoted() : Plain()) is not { } cell)
            {
                return null;
            }

            cells.Add(cell);
            if (_at == text.Length)
            {
                break;
            }

            if (text[_at] != separator)
            {
                _at = AfterBreak(_at);
                break;
            }

            _at++;
        }

        return new(cells, IsBlank: cells.Count == 1 && !isQuoted && string.IsNullOrWhiteSpace(cells[0]), IsBroken: false);
    }

    private string Plain()
    {
        var start = _at;
        while (_at < text.Length && text[_at] != separator && text[_at] is not ('\r' or '\n'))
        {
            _at++;
        }

        return text[start.._at];
    }

    private string? Quoted()
    {
        var cell = new StringBuilder();
        for (_at++; _at < text.Length; _at++)
        {
            if (text[_at] != '"')
            {
                cell.Append(text[_at]);
            }
            else if (_at + 1 < text.Length && text[_at + 1] == '"')
            {
                cell.Append('"');
                _at++;
            }
            else
            {
                _at++;
                return _at == text.Length || text[_at] == separator || text[_at] is '\r' or '\n' ? cell.ToString() : null;
            }
        }

        return null;
    }

    private int AfterLine(int position)
    {
        while (position < text.Length && text[position] is not ('\r' or '\n'))
        {
            position++;
        }

        return position == text.Length ? position : AfterBreak(position);
    }

    private int AfterBreak(int position) => text[position] == '\r' && position + 1 < text.Length && text[position + 1] == '\n' ? position + 2 : position + 1;
}
