using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Profile.Meanings;
using Modelwright.Profile.Meanings.Places;
using Modelwright.Sources.Columns;

namespace Modelwright.Profile;

/// <summary>Finds out what a table holds: the meaning of its columns, a schema, the task, and what is wrong with the data.</summary>
public static class Profiler
{
    /// <summary>Inspects a table as a source gave it.</summary>
    /// <param name="raw">The table; may be empty.</param>
    /// <param name="options">What a person says about it; null means nothing.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    /// <returns>The profile; the same table gives the same profile.</returns>
    /// <exception cref="OptionsException">The options name columns that are not there, or contradict each other; the text lists all faults.</exception>
    public static DataProfile Inspect(Table raw, ProfileOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(raw);
        options ??= new();
        Overrides.Check(raw, options);
        var target = Overrides.TargetOf(options);
        var hasDecimalComma = options.Source?.DecimalMark == ',';
        var profiles = new ColumnProfile[raw.Columns.Count];
        for (var position = 0; position < profiles.Length; position++)
        {
            cancellation.ThrowIfCancellationRequested();
            var column = raw.Columns[position];
            profiles[position] = ColumnInspector.Inspect(column, options.Source?.Markers.GetValueOrDefault(column.Name), hasDecimalComma);
        }

        CoordinatePairs.Mark(profiles);
        profiles = Array.ConvertAll(profiles, inspected => Overrides.Apply(inspected, options, target));
        profiles = hasDecimalComma ? Array.ConvertAll(profiles, inspected => Written(inspected, raw[inspected.Name])) : profiles;

        var question = TargetQuestion.Of(Array.Find(profiles, profile => profile.Name == target), options.Task);
        ColumnProfile[] columns = [.. profiles.Select(profile => profile.Name == target ? question.Answered(profile) : profile)];
        var duplicates = DuplicateRows.Count(raw, columns, cancellation);
        return new()
        {
            Rows = raw.RowCount,
            Columns = columns,
            Schema = new([.. columns.Select(column => column.Spec)]),
            Target = target,
            Task = question.Task,
            IsBinary = question.IsBinary,
            Metric = question.Metric,
            TaskReason = question.Reason,
            DuplicateRows = duplicates.Duplicates,
            RowsCompared = duplicates.Compared,
            Findings = DataFindings.Of(raw.RowCount, columns, target, question, duplicates),
        };
    }

    // A number is no longer to be seen how it was written, and a text that comes later must be read as it was.
    private static ColumnProfile Written(ColumnProfile profile, Column raw) => raw.Type == ColumnType.Number && profile.Spec.Type == ColumnType.Number
        ? profile with { Spec = profile.Spec with { Notation = CommaNumber.Notation } }
        : profile;
}
