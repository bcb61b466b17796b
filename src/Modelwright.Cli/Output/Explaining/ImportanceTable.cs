using Modelwright.Recording.Insights;
using Spectre.Console;

namespace Modelwright.Cli.Output.Explaining;

/// <summary>Importances as a table.</summary>
internal static class ImportanceTable
{
    /// <summary>Makes the table.</summary>
    /// <param name="importances">The importances.</param>
    /// <param name="most">Columns at most.</param>
    public static Table Of(Importances importances, int most)
    {
        Importance[] first = [.. importances.Columns.Take(most)];
        var places = first.Length == 0 ? 4 : Numbers.Places(first[0].Value);
        var values = Numbers.LineUp([.. first.Select(one => Numbers.Fixed(one.Value, places))]);
        var table = Screen.Table("column", $">loss of {importances.Metric}", "95 % interval");
        foreach (var (one, value) in first.Zip(values))
        {
            Screen.AddRow(table, one.Column, value, $"{Numbers.Fixed(one.Lower, places)} … {Numbers.Fixed(one.Upper, places)}");
        }

        return table;
    }

    /// <summary>What the table shows, in a sentence.</summary>
    public static string Meaning(Importances importances) =>
        $"How much {importances.Metric} loses where a column is shuffled, {importances.Repeats} times, among {Numbers.Count(importances.Rows)} unseen rows ({importances.Data.Replace('_', ' ')}).{(importances.LeftOut > 0 ? $" {Numbers.Count(importances.LeftOut)} columns of little use were not measured." : "")}";
}
