using Modelwright.Core.Data;

namespace Modelwright.Stress.Perturbations;

/// <summary>A column that holds what belongs into another one.</summary>
internal sealed class ShiftedColumn : IPerturbation
{
    /// <inheritdoc/>
    public PerturbationInfo Info { get; } = new()
    {
        Name = "shifted_column",
        Title = "Another column's values",
        Meaning = "Cells hold what belongs into the next column of the same type: columns in another order, a comma too many in a line.",
        Severity = "every cell",
    };

    /// <inheritdoc/>
    public bool Suits(ColumnSpec column, Schema schema)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(schema);
        return Partner(column, schema.Features) is not null;
    }

    /// <inheritdoc/>
    public Table Apply(Table rows, ColumnSpec column, PerturbationDose dose)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(dose);
        var touched = dose.Touched(rows.RowCount);
        var partner = Next(column.Name, [.. rows.Columns.Where(other => other.Type == column.Type).Select(other => other.Name)]);
        if (touched.Length == 0 || partner is null)
        {
            return rows;
        }

        var (own, other) = (rows[column.Name], rows[partner]);
        string?[] texts = [.. Enumerable.Range(0, rows.RowCount).Select(own.Format)];
        foreach (var row in touched)
        {
            texts[row] = other.Format(row);
        }

        return rows.With(new TextColumn(column.Name, texts));
    }

    private static string? Partner(ColumnSpec column, IEnumerable<ColumnSpec> all) =>
        Next(column.Name, [.. all.Where(other => other.Type == column.Type).Select(other => other.Name)]);

    private static string? Next(string name, string[] names) => names.Length < 2 ? null : names[(Array.IndexOf(names, name) + 1) % names.Length];
}
