using System.Globalization;
using System.Text.RegularExpressions;

namespace Modelwright.Fuzz.Csv;

/// <summary>What stands above the rows of a file: what the product said it found, held to the file itself.</summary>
internal static partial class PlainNames
{
    /// <summary>Lines before the names that are said to be passed over.</summary>
    internal static int PassedOver(IReadOnlyList<string> notes) => Number(notes, Passed());

    /// <summary>Lines of names; 0 where the file has none.</summary>
    internal static int Lines(IReadOnlyList<string> notes, CsvCase one) => one.HasHeader ? Math.Max(1, Number(notes, Joined())) : 0;

    /// <summary>The text without its first lines; null where one of them is neither a remark nor says what the separator is.</summary>
    internal static string? Without(string text, int lines)
    {
        var start = text.StartsWith('\uFEFF') ? 1 : 0;
        for (var line = 0; line < lines; line++)
        {
            var length = text.AsSpan(start).IndexOfAny('\r', '\n');
            var end = length < 0 ? text.Length : start + length;
            if (length >= 0 && string.IsNullOrWhiteSpace(text[start..end]))
            {
                line--;
            }
            else if (!text.AsSpan(start, end - start).StartsWith('#') && !(line == 0 && Excel().IsMatch(text[start..end])))
            {
                return null;
            }

            start = end + (text.AsSpan(end).StartsWith("\r\n") ? 2 : Math.Min(1, text.Length - end));
        }

        // A mark is taken off once.
        return lines == 0 ? text : "\uFEFF" + text[start..];
    }

    /// <summary>The text below all lines that may be a remark or say what the separator is.</summary>
    internal static string Below(string text)
    {
        var lines = 0;
        while (Without(text, lines + 1) is not null)
        {
            lines++;
        }

        return Without(text, lines)!;
    }

    /// <summary>The names of the columns.</summary>
    /// <param name="header">The lines of names, each with as many cells; the first row where there are none.</param>
    /// <param name="lines">How many lines of names there are.</param>
    /// <returns>The names, and how many columns there are up to the last that has one of its own.</returns>
    internal static (string[] Names, int Named) Of(IReadOnlyList<CsvRow> header, int lines)
    {
        string[] names = [.. header[0].Cells.Select((name, column) => lines == 0 ? Numbered(column) : name.Trim())];
        if (lines == 2)
        {
            var group = "";
            for (var column = 0; column < names.Length; column++)
            {
                group = names[column].Length > 0 ? names[column] : group;
                var own = header[1].Cells[column].Trim();
                names[column] = group.Length == 0 || group == own ? own : own.Length == 0 ? group : $"{group}.{own}";
            }
        }

        var named = Array.FindLastIndex(names, name => name.Length > 0) + 1;
        if (named == 0 || Enumerable.Range(named, names.Length - named).Any(column => names.Contains(Numbered(column))))
        {
            named = names.Length;
        }

        for (var column = named; column < names.Length; column++)
        {
            names[column] = Numbered(column);
        }

        if (names.Length > 1 && names[0].Length == 0 && !names.Contains(Numbered(0)))
        {
            names[0] = Numbered(0);
        }

        return (names, named);
    }

    private static string Numbered(int column) => $"column{column + 1}";

    private static int Number(IReadOnlyList<string> notes, Regex note) =>
        notes.Select(text => note.Match(text)).FirstOrDefault(match => match.Success) is { } found ? int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^([0-9]+) lines? before the names w")]
    private static partial Regex Passed();

    [GeneratedRegex("^The first ([0-9]+) lines hold names")]
    private static partial Regex Joined();

    [GeneratedRegex("^\"?sep=.\"?$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Excel();
}
