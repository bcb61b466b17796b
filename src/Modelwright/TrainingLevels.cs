using Modelwright.Core.Data;
using Modelwright.Runtime.Prediction;

namespace Modelwright;

/// <summary>
/// The levels that a model may know. A level that one row alone has can teach nothing of rows to come, and often names a
/// person; so it is to training what it will be to the package: not seen. It enters no schema, no step and no form.
/// </summary>
internal static class TrainingLevels
{
    private const int FewestRows = 2;

    /// <summary>Fills in the levels of the schema's categories, and brings the rows to them.</summary>
    /// <param name="schema">The meaning of the columns, without levels.</param>
    /// <param name="raw">The rows as a source gave them.</param>
    /// <param name="admitted">The same rows as the schema admits them, with all levels that occur.</param>
    /// <returns>The schema with levels, the rows, and what a person should know.</returns>
    public static (Schema Schema, Table Rows, IReadOnlyList<string> Warnings) Keep(Schema schema, Table raw, Table admitted)
    {
        List<ColumnSpec> specs = [];
        List<string> warnings = [];
        var rows = admitted;
        foreach (var spec in schema.Columns)
        {
            if (spec.Type != ColumnType.Category || !admitted.TryGet(spec.Name, out var values) || values is not CategoryColumn category)
            {
                specs.Add(spec);
                continue;
            }

            string[] kept = spec.Role == ColumnRole.Feature ? [.. Repeated(category)] : [.. category.Levels];
            if (kept.Length == 0 && category.Levels.Count > 0)
            {
                warnings.Add($"'{spec.Name}' is left out: each of its {category.Levels.Count} levels comes once, so nothing can be learned from it. Cut the value to what repeats, or give it the type text.");
                specs.Add(spec with { Role = ColumnRole.Ignore });
                continue;
            }

            var known = spec with { Levels = kept };
            specs.Add(known);
            rows = kept.Length == category.Levels.Count ? rows : rows.With(Admission.Admit(raw.Select([spec.Name]), new([known]), needsTarget: true).Table[spec.Name]);
        }

        return (new(specs), rows, warnings);
    }

    private static IEnumerable<string> Repeated(CategoryColumn column)
    {
        var counts = new int[column.Levels.Count];
        for (var block = 0; block < column.Codes.BlockCount; block++)
        {
            foreach (var code in column.Codes[block])
            {
                if (code >= 0)
                {
                    counts[code]++;
                }
            }
        }

        return column.Levels.Where((_, level) => counts[level] >= FewestRows);
    }
}
