using Modelwright.Findings;
using Spectre.Console;

namespace Modelwright.Cli.Output.Found;

/// <summary>Rows whose target looks wrong, for a person: row numbers count from 1.</summary>
internal static class SuspectLines
{
    private const int MostShown = 5;

    /// <summary>Writes the most doubtful; nothing where there are none.</summary>
    /// <param name="console">Where a person reads.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="target">The target's name.</param>
    /// <param name="where">Where all of them are to be found.</param>
    public static void Write(IAnsiConsole console, IReadOnlyList<SuspectRow> rows, string target, string where)
    {
        if (rows.Count > 0)
        {
            var shown = string.Join("; ", rows.Take(MostShown).Select(row => $"row {Numbers.Count(row.Row + 1)} has {row.Given}, expected {row.Suggested}"));
            Screen.Line(console, $"'{target}' may be wrong in {(rows.Count == LabelSearch.MostRows ? "at least " : "")}{Numbers.Count(rows.Count)} rows: {shown}{(rows.Count > MostShown ? $"; all in {where}" : "")}. Look at them before more is trained on them.");
        }
    }
}
