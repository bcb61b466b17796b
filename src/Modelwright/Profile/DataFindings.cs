using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Profile.Meanings;
using Modelwright.Sources;

namespace Modelwright.Profile;

/// <summary>What a person should know about the data, from the profiles of its columns.</summary>
internal static class DataFindings
{
    private const double MuchMissing = 0.5;
    private const double SomeMissing = 0.05;
    private const double RareLevel = 0.001;
    private const int FewRows = 5;
    private const int MostWords = 10;
    private const double NearId = 0.95;
    private const int FewestRowsOfClass = 10;

    /// <summary>Rows that are equal in every column but ids.</summary>
    internal const string Duplicates = "duplicates";

    // The rarest class against its even share: a fifth of it is worth a word, a fiftieth worth a warning.
    private const double ImbalanceNoted = 0.2;
    private const double ImbalanceWarned = 0.02;

    internal static IReadOnlyList<Finding> Of(int rows, IReadOnlyList<ColumnProfile> columns, string? target, TargetQuestion question, DuplicateRows duplicates)
    {
        var findings = new List<Finding>();
        findings.AddRange(OfTable(rows, columns, duplicates));
        findings.AddRange(OfMissingWords(columns));
        foreach (var column in columns)
        {
            findings.AddRange(column.Name == target ? OfTarget(column, question) : OfColumn(column));
        }

        return [.. findings.OrderByDescending(finding => finding.Severity)];
    }

    private static IEnumerable<Finding> OfTable(int rows, IReadOnlyList<ColumnProfile> columns, DuplicateRows duplicates)
    {
        if (rows == 0 || columns.Count == 0)
        {
            yield return new(FindingSeverity.Severe, "empty", null, $"The table has {rows} rows and {columns.Count} columns.", "Give a file with rows.");
        }

        if (duplicates.Duplicates > 0)
        {
            var of = duplicates.Compared < rows ? $"the first {duplicates.Compared}" : Number(rows);
            var share = duplicates.Duplicates / (double)duplicates.Compared;
            yield return new(
                share > 0.01 ? FindingSeverity.Warning : FindingSeverity.Note,
                Duplicates,
                null,
                $"{duplicates.Duplicates} of {of} rows ({Percent(share)}) equal an earlier row in every column but ids.",
                "If rows were copied by mistake, remove them; if they belong together, give them a group column.");
        }
    }

    // One for the whole table: files that write "NA" do so in many columns.
    private static IEnumerable<Finding> OfMissingWords(IReadOnlyList<ColumnProfile> columns)
    {
        string[] words = [.. columns.SelectMany(column => column.Evidence.Markers.Where(marker => !IsNumber(marker)).Select(marker => $"'{FaultList.Show(marker.Value)}' in '{column.Name}' ({marker.Count})"))];
        if (words.Length > 0)
        {
            var more = words.Length > MostWords ? $" and {words.Length - MostWords} more" : "";
            yield return new(FindingSeverity.Note, "missing_words", null, $"Read as missing: {string.Join(", ", words.Take(MostWords))}{more}.", "If one of them is a value of its own, write it as another word.");
        }
    }

    private static bool IsNumber(LevelCount marker) =>
        double.TryParse(marker.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value);

    // A number that names something is no quantity; whether it is to be learned from as levels is for a person to say.
    private static IEnumerable<Finding> OfCodes(ColumnProfile column)
    {
        var evidence = column.Evidence;
        if (column.Meaning != ColumnMeaning.Number || evidence.Distinct <= 2 || !IdName.IsCode(column.Name) || column.Spec.Role != ColumnRole.Feature)
        {
            yield break;
        }

        yield return evidence.Distinct >= NearId * (evidence.Rows - evidence.Missing)
            ? new(FindingSeverity.Warning, "near_id", column.Name, $"'{column.Name}' is named like an id, and {evidence.Distinct} of its {evidence.Rows - evidence.Missing} numbers are different.", "If it names the row, give it the role id; if rows with one of them belong together, the role group.")
            : new(FindingSeverity.Note, "code", column.Name, $"'{column.Name}' is named like a code, and its {evidence.Distinct} numbers come again and again.", "If they name something, give it the type category; if rows with one of them belong together, the role group.");
    }

    private static IEnumerable<Finding> OfColumn(ColumnProfile column)
    {
        var evidence = column.Evidence;
        if (column.Meaning == ColumnMeaning.Id || column.NamesRow)
        {
            yield return new(FindingSeverity.Note, "id", column.Name, $"'{column.Name}' names the row: {column.Reason}.", Remains(column, ColumnRole.Id, "It is not used to predict; give it the role feature to use it."));
        }
        else if (column.Meaning == ColumnMeaning.Constant)
        {
            yield return new(FindingSeverity.Note, "constant", column.Name, $"'{column.Name}' has {column.Reason}.", Remains(column, ColumnRole.Ignore, "It is not used."));
        }
        else if (evidence.MissingShare >= SomeMissing)
        {
            yield return new(
                evidence.MissingShare >= MuchMissing ? FindingSeverity.Warning : FindingSeverity.Note,
                "missing",
                column.Name,
                $"'{column.Name}' has no value in {evidence.Missing} rows ({Percent(evidence.MissingShare)}).",
                "Missing values are filled in or kept as a level of their own; see whether they can be collected.");
        }

        foreach (var finding in OfLevels(column).Concat(OfCodes(column)).Concat(OfReading(column)).Concat(column.Findings))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> OfLevels(ColumnProfile column)
    {
        var evidence = column.Evidence;
        var present = evidence.Rows - evidence.Missing;
        if (column.Spec.Type != ColumnType.Category || column.Meaning is ColumnMeaning.Id or ColumnMeaning.Constant or ColumnMeaning.Boolean || column.NamesRow || present == 0)
        {
            yield break;
        }

        if (evidence.Distinct > 50 && evidence.Distinct > present / 2)
        {
            yield return new(FindingSeverity.Warning, "near_unique", column.Name, $"'{column.Name}' has {evidence.Distinct} levels in {present} rows: most come once.", "A model cannot learn from levels that do not come again; cut the value to what repeats, or ignore the column.");
        }
        else if (evidence.RareLevels > 0)
        {
            yield return new(FindingSeverity.Note, "rare_levels", column.Name, $"'{column.Name}' has {evidence.Distinct} levels, {evidence.RareLevels} of them in fewer than {RareLimit(present)} rows.", "Steps may put them together; join levels that mean the same.");
        }
    }

    private static IEnumerable<Finding> OfReading(ColumnProfile column)
    {
        if (column.Evidence is { Unreadable: > 0, UnreadableExample: { } example })
        {
            var what = column.Meaning == ColumnMeaning.Time ? "points in time" : "numbers";
            yield return new(FindingSeverity.Warning, "unreadable", column.Name, $"'{column.Name}' holds {column.Evidence.Unreadable} cells that are no {what}, such as '{FaultList.Show(example)}'.", "They are read as missing; mend them, or give the column the type category.");
        }

        if (column.Spec.TimeFormats.Count > 0 && column.Evidence.Competing.Count > 0)
        {
            yield return new(FindingSeverity.Warning, "ambiguous_time", column.Name, $"'{column.Name}' holds {column.Reason}: day and month cannot be told apart.", "Write the dates as year-month-day.");
        }

        foreach (var marker in column.Evidence.Markers.Where(IsNumber))
        {
            yield return new(FindingSeverity.Note, "missing_code", column.Name, $"'{column.Name}' holds {marker.Value} in {marker.Count} rows, far from all other values.", "It is read as missing.");
        }
    }

    private static IEnumerable<Finding> OfTarget(ColumnProfile target, TargetQuestion question)
    {
        var evidence = target.Evidence;
        var present = evidence.Rows - evidence.Missing;
        if (evidence.Distinct < 2)
        {
            yield return new(FindingSeverity.Severe, "constant_target", target.Name, $"The target '{target.Name}' has {(evidence.Distinct == 0 ? "no value at all" : "one value in all rows")}.", "Give rows with at least two values.");
        }
        else if (evidence.Missing > 0)
        {
            yield return new(FindingSeverity.Warning, "missing_target", target.Name, $"The target '{target.Name}' has no value in {evidence.Missing} rows ({Percent(evidence.MissingShare)}).", "These rows are left out of training.");
        }

        if (target.Meaning == ColumnMeaning.Time)
        {
            yield return new(FindingSeverity.Severe, "time_target", target.Name, $"The target '{target.Name}' is a point in time.", "Predict a number instead, such as the days since a date of the same row.");
        }

        // How it is read matters to a target too; that nearly all rows have one value is said by its classes.
        foreach (var finding in OfReading(target).Concat(target.Findings.Where(finding => finding.Kind != "near_constant")))
        {
            yield return finding;
        }

        if (question.Task is { AnswersClasses: true } && evidence.Distinct > Math.Max(50, present / 2))
        {
            yield return new(FindingSeverity.Warning, "many_classes", target.Name, $"The target '{target.Name}' has {evidence.Distinct} classes in {present} rows.", "If it is a number, give it the type number; if it names the row, choose another target.");
        }
        else if (question.Task is { AnswersClasses: true } && evidence.Distinct >= 2 && evidence.Rarest is { } rarest)
        {
            var share = rarest.Count / (double)present;
            if (share * evidence.Distinct < ImbalanceNoted)
            {
                yield return new(share * evidence.Distinct < ImbalanceWarned || rarest.Count < FewestRowsOfClass ? FindingSeverity.Warning : FindingSeverity.Note, "imbalance", target.Name, $"The class '{rarest.Value}' of '{target.Name}' has {rarest.Count} of {present} rows ({Percent(share)}).", "Look at precision and recall beside accuracy; collect more rows of rare classes.");
            }
        }
    }

    internal static int RareLimit(int present) => Math.Max(FewRows, (int)(RareLevel * present));

    private static string Remains(ColumnProfile column, ColumnRole usual, string text) =>
        column.Spec.Role == usual ? text : column.Spec.Role == ColumnRole.Ignore ? "It is ignored, as told." : $"It is used as {column.Spec.Role.ToString().ToLowerInvariant()}, as told.";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double share) => share is > 0 and < 0.0001 ? "under 0.01 %" : string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} %");
}
