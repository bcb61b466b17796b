using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Validation;

namespace Modelwright.Tasks.Anomalies.FewLabels;

/// <summary>A column that says of some rows whether they are anomalies.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Rows">The rows of which it is known.</param>
/// <param name="RowCount">All rows.</param>
internal sealed record AnomalyLabels(string Column, LabelledRowNumbers Rows, int RowCount)
{
    private const int MostShown = 5;
    private const int MostOfKind = 2_500;

    /// <summary>What marks an anomaly in the column; null where no row has it.</summary>
    public string? Strange { get; private init; }

    /// <summary>Rows of which nothing is known.</summary>
    public int Unknown => RowCount - Rows.Strange.Count - Rows.Usual.Count;

    /// <summary>Whether there are enough of each kind to learn from.</summary>
    public bool AreEnough => Rows.Strange.Count >= LabelledRowNumbers.Fewest && Rows.Usual.Count >= LabelledRowNumbers.Fewest;

    /// <summary>Those to learn from: all, or as many as a fit for every learner has time for, drawn by chance.</summary>
    public LabelledRowNumbers ToLearnFrom(int seed) => new(Some(Rows.Strange, seed), Some(Rows.Usual, seed));

    /// <summary>Reads them.</summary>
    /// <param name="column">A value a row, missing where nothing is known.</param>
    /// <param name="positive">The value that marks an anomaly, as a person told it; null lets the word tell.</param>
    /// <exception cref="DataException">No row has a value, there are more than two values, or it cannot be told which of them marks an anomaly.</exception>
    public static AnomalyLabels Of(CategoryColumn column, string? positive)
    {
        ArgumentNullException.ThrowIfNull(column);
        var rows = Enumerable.Range(0, column.RowCount).Where(row => !column.IsMissing(row))
            .GroupBy(row => column.Levels[column.Codes.At(row)].Trim(), StringComparer.OrdinalIgnoreCase)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase);
        var strange = Marked(column.Name, rows, column.RowCount, positive?.Trim());
        return new(column.Name, new(strange is null ? [] : rows[strange], [.. rows.Where(pair => pair.Key != strange).SelectMany(pair => pair.Value)]), column.RowCount) { Strange = strange };
    }

    /// <summary>The value that marks an anomaly; null where the only one marks usual rows.</summary>
    private static string? Marked(string name, Dictionary<string, int[]> rows, int all, string? positive) => rows.Count switch
    {
        0 => throw new DataException(FormattableString.Invariant($"Column '{name}' labels no row: none of its {all:#,0} values is there. Label a few anomalies and a few usual rows, or leave --target out.")),
        1 or 2 => positive is null ? ByWord(name, rows) : AsTold(name, rows, positive),
        _ => throw new DataException(FormattableString.Invariant($"Column '{name}' has {rows.Count:#,0} different values: {Shown(rows)}. Labels of anomalies are two, one for anomalies and one for usual rows, and empty where it is not known. Merge the values, or name another column with --target.")),
    };

    private static string? AsTold(string name, Dictionary<string, int[]> rows, string positive) =>
        rows.Keys.FirstOrDefault(value => value.Equals(positive, StringComparison.OrdinalIgnoreCase)) ?? (rows.Count == 1
            ? null
            : throw new OptionsException($"--positive {positive}: column '{name}' has no such value.{NearestName.Suggest(positive, rows.Keys)} It has {Shown(rows)}. Name the one that marks an anomaly."));

    private static string? ByWord(string name, Dictionary<string, int[]> rows)
    {
        string[] values = [.. rows.Keys];
        var told = LabelWords.AreStrange(values);
        if (values is [var only])
        {
            return told[0] is { } isStrange
                ? isStrange ? only : null
                : throw new DataException($"Column '{name}' has one value: {Shown(rows)}, and it cannot be told from the word whether it marks an anomaly. Say so with --positive {only} if it does, or write true and false.");
        }

        return told[0] != told[1] && (told[0] ?? !told[1]) is { } isFirst
            ? values[isFirst ? 0 : 1]
            : throw new DataException($"Column '{name}' has two values: {Shown(rows)}, and it cannot be told from the words which of them marks an anomaly. Say so with --positive {values[0]} or --positive {values[1]}, or write true and false.");
    }

    private static int[] Some(IReadOnlyList<int> rows, int seed) => [.. RowSample.Draw(rows.Count, Math.Min(rows.Count, MostOfKind), seed).Select(place => rows[place])];

    private static string Shown(Dictionary<string, int[]> rows) =>
        string.Join(", ", rows.OrderByDescending(pair => pair.Value.Length).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MostShown).Select(pair => FormattableString.Invariant($"'{Short(pair.Key)}' ({pair.Value.Length:#,0} {(pair.Value.Length == 1 ? "row" : "rows")})")))
        + (rows.Count > MostShown ? FormattableString.Invariant($" and {rows.Count - MostShown:#,0} more") : "");

    // A column of texts may be named by mistake.
    private static string Short(string value) => value.Length > 40 ? value[..40] + "…" : value;
}
