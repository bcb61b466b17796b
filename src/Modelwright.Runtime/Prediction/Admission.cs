using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Prediction.Cells;
using Modelwright.Runtime.Prediction.Times;

namespace Modelwright.Runtime.Prediction;

/// <summary>
/// The schema at the door: brings rows, however they came, to the columns and types of a schema. Training and prediction
/// both go through it, so a value means the same to both.
/// </summary>
/// <remarks>
/// Columns are found by name; columns the schema lacks or ignores are left out. An empty cell and a missing-value marker are
/// missing. A cell that cannot be read is missing too, and counted. A level that was not seen when training is counted and
/// becomes one more level behind the schema's (in a target, missing): each step answers it by its rule, a form counts it as missing.
/// </remarks>
public static class Admission
{
    private static readonly DateTime ExampleTime = new(2026, 3, 31, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Admits rows.</summary>
    /// <param name="raw">Rows as a source, JSON or objects gave them.</param>
    /// <param name="schema">What the columns mean; a category without levels takes those that occur.</param>
    /// <param name="needsTarget">
    /// True to train or to measure: all columns with a role must be there. False to predict: the features must be there, the
    /// target is left out, and columns with other roles are taken along where they are there.
    /// </param>
    /// <returns>The rows in the schema's order and types, and what was missing, unseen or unreadable.</returns>
    /// <exception cref="DataException">Columns are absent, or no value of a column can be read; the text lists all.</exception>
    public static Admitted Admit(Table raw, Schema schema, bool needsTarget) => Admit(raw, schema, needsTarget, isStrict: false);

    /// <param name="raw">Rows.</param>
    /// <param name="schema">What the columns mean.</param>
    /// <param name="needsTarget">See above.</param>
    /// <param name="isStrict">Whether one cell that cannot be read is already an error.</param>
    internal static Admitted Admit(Table raw, Schema schema, bool needsTarget, bool isStrict)
    {
        ArgumentNullException.ThrowIfNull(raw);
        ArgumentNullException.ThrowIfNull(schema);
        var columns = new List<Column>();
        var counts = new List<ColumnCounts>();
        var absent = new List<string>();
        var faults = new List<string>();
        foreach (var spec in schema.Columns.Where(spec => IsWanted(spec, raw, needsTarget)))
        {
            if (!raw.TryGet(spec.Name, out var column))
            {
                absent.Add(spec.Name);
                continue;
            }

            var tally = new CellTally(spec.Name);
            columns.Add(Admit(column, spec, tally));
            counts.Add(tally.Counts());
            if (Fault(spec, tally, raw.RowCount, isStrict) is { } fault)
            {
                faults.Add(fault);
            }
        }

        faults.InsertRange(0, AbsentColumns.Faults(absent, raw));
        return faults.Count == 0
            ? new(new(columns, raw.RowCount), counts)
            : throw new DataException(string.Join('\n', faults));
    }

    private static bool IsWanted(ColumnSpec spec, Table raw, bool needsTarget) => spec.Role switch
    {
        ColumnRole.Ignore => false,
        ColumnRole.Feature => true,
        ColumnRole.Target => needsTarget,
        _ => needsTarget || raw.TryGet(spec.Name, out _),
    };

    private static Column Admit(Column raw, ColumnSpec spec, CellTally tally) => spec.Type switch
    {
        ColumnType.Number => NumberAdmission.Admit(raw, spec, tally),
        ColumnType.Category => CategoryAdmission.Admit(raw, spec, tally),
        ColumnType.Time => TimeAdmission.Admit(raw, spec, tally),
        _ => TextAdmission.Admit(raw, spec, tally),
    };

    private static string? Fault(ColumnSpec spec, CellTally tally, int rows, bool isStrict)
    {
        var present = rows - tally.Missing;
        if (tally.FirstUnreadable is not { } first || (!isStrict && tally.Unreadable < present))
        {
            return null;
        }

        var wanted = spec.Type == ColumnType.Number ? "a number" : "a point in time";
        var remedy = Remedy(spec);
        return present == 1
            ? FormattableString.Invariant($"Column '{spec.Name}', row {first.Row + 1}: '{first.Text}' cannot be read as {wanted}. {remedy}")
            : FormattableString.Invariant($"Column '{spec.Name}': {tally.Unreadable} of {present} values cannot be read as {wanted}, first '{first.Text}' in row {first.Row + 1}. {remedy}");
    }

    private static string Remedy(ColumnSpec spec)
    {
        if (spec.Type == ColumnType.Number)
        {
            return $"Write it like {NumberExample(spec)}, or leave it empty where there is no value.";
        }

        return spec.TimeFormats.Count == 0
            ? "Write it like 2026-03-31 or 2026-03-31T14:30:00, or leave it empty where there is no value."
            : $"Write it in the format {string.Join(" or ", spec.TimeFormats.Select(Shown))}, or leave it empty where there is no value.";
    }

    private static string Shown(string format) => OwnTime.IsOwn(format) ? $"of '{OwnTime.Write(ExampleTime, format)}'" : $"'{format}'";

    private static string NumberExample(ColumnSpec spec)
    {
        var notation = spec.Notation;
        var group = notation.GroupSeparators.Length > 0 ? notation.GroupSeparators[..1] : "";
        var unit = spec.Unit is { } unitName && notation.Suffixes.Any(suffix => suffix.Text == unitName) ? $" {unitName}" : "";
        return $"1{group}234{notation.DecimalSeparator}5{unit}";
    }
}
