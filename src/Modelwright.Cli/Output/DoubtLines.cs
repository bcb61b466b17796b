using System.Globalization;
using Modelwright.Profile;
using Spectre.Console;

namespace Modelwright.Cli.Output;

/// <summary>Which values do not agree with what a column is found to be; nothing where all do.</summary>
internal static class DoubtLines
{
    private const int MostColumns = 20;
    private const int MostLetters = 30;

    /// <summary>Writes a line a column, at most twenty.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<ColumnProfile> columns)
    {
        ColumnProfile[] doubtful = [.. columns.Where(column => column.Evidence.Disagreeing.Count > 0)];
        foreach (var column in doubtful.Take(MostColumns))
        {
            Screen.Line(console, "Odd", Color.Grey, Text(column));
        }

        if (doubtful.Length > MostColumns)
        {
            Screen.Line(console, "Odd", Color.Grey, $"{Numbers.Count(doubtful.Length - MostColumns)} more columns hold values that do not agree; --json lists them all.");
        }
    }

    /// <summary>The line of one column.</summary>
    internal static string Text(ColumnProfile column)
    {
        var evidence = column.Evidence;
        var listed = string.Join(", ", evidence.Disagreeing.Select(Shown));
        var more = evidence.Looked - evidence.Agreeing - evidence.Disagreeing.Sum(odd => odd.Count);
        var confidence = column.Confidence.ToString("0.###", CultureInfo.InvariantCulture);
        return $"'{column.Name}' is {MeaningWords.ForPerson(column.Meaning)} by {Numbers.Count(evidence.Agreeing)} of {Numbers.Count(evidence.Looked)} values (confidence {confidence}), but not {listed}{(more > 0 ? $" and {Numbers.Count(more)} more" : "")}.";
    }

    private static string Shown(OddValue odd)
    {
        var row = odd.Row is { } place ? $"row {Numbers.Count(place + 1)}" : "";
        var where = (odd.Count, row) switch
        {
            (1, _) => row,
            (_, "") => $"{Numbers.Count(odd.Count)} times",
            _ => $"{Numbers.Count(odd.Count)} times, first in {row}",
        };
        return $"'{Screen.Shorten(odd.Value, MostLetters)}'{(where.Length > 0 ? $" ({where})" : "")}";
    }
}
