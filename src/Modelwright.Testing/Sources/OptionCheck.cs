using System.Text;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Testing.Sources;

/// <summary>
/// Each option changes what is read where a source says that it takes it, and nothing where not: the library refuses by name
/// what <see cref="SourceInfo.Takes"/> lacks, so one that is listed and not used would be ignored in silence.
/// </summary>
internal static class OptionCheck
{
    private static readonly (SourceOptions Option, ReadOptions Asked)[] Samples =
    [
        (SourceOptions.Separator, new() { Separator = ';' }),
        (SourceOptions.HasHeader, new() { HasHeader = false }),
        (SourceOptions.HeaderRows, new() { HeaderRows = 2 }),
        (SourceOptions.DecimalMark, new() { DecimalMark = ',' }),
        (SourceOptions.HasQuotes, new() { HasQuotes = false }),
        (SourceOptions.Encoding, new() { Encoding = "utf-16" }),
        (SourceOptions.Pattern, new() { Pattern = "^(?<line>.*)$" }),
        (SourceOptions.Record, new() { Record = "none" }),
        (SourceOptions.Query, new() { Query = "SELECT 1 AS one" }),
        (SourceOptions.DatabaseTable, new() { DatabaseTable = "none" }),
        (SourceOptions.Sheet, new() { Sheet = "none" }),
        (SourceOptions.CellRange, new() { CellRange = "A1:A2" }),
    ];

    // In delimited text of another width, in a list of JSON and in a log it cannot be a row.
    private static ReadOnlySpan<byte> BadRow => "1,2,3,4,5,6,7,8,9,10,11,\n"u8;

    /// <summary>Reads a file with each option and without.</summary>
    /// <param name="source">What it says of itself.</param>
    /// <param name="trial">Reads.</param>
    /// <param name="whole">A file with names, quotes and a fraction where its kind has such.</param>
    internal static void Run(SourceInfo source, SourceCase trial, byte[] whole)
    {
        trial.Write(whole);
        foreach (var (option, asked) in Samples)
        {
            Compare(source, option, Outcome(trial, new()), Outcome(trial, asked));
        }

        var place = Array.IndexOf(whole, (byte)'\n') + 1;
        trial.Write([.. whole[..place], .. BadRow, .. whole[place..]]);
        Compare(source, SourceOptions.SkipBadRows, Outcome(trial, new()), Outcome(trial, new() { SkipBadRows = true }));
    }

    private static void Compare(SourceInfo source, SourceOptions option, string without, string with)
    {
        if (source.Takes.HasFlag(option) == (without == with))
        {
            SourceCase.Fail(
                source.Takes.HasFlag(option) ? $"{option}, which Takes lists, to change what is read" : $"{option}, which Takes does not list, to change nothing",
                without == with ? "no change" : with);
        }
    }

    private static string Outcome(SourceCase trial, ReadOptions options)
    {
        try
        {
            var table = trial.Read(options).Table;
            var text = new StringBuilder();
            foreach (var column in table.Columns)
            {
                text.Append(column.Name).Append(column.Type).AppendJoin('|', Enumerable.Range(0, table.RowCount).Select(column.Format));
            }

            return text.ToString();
        }
        catch (Exception fault) when (fault is DataException or OptionsException)
        {
            return fault.Message;
        }
    }
}
