using Modelwright.Core.Data;

namespace Modelwright.Stress.Perturbations;

/// <summary>A perturbation of single cells: the severity is the share of rows whose cell is changed.</summary>
internal abstract class CellPerturbation : IPerturbation
{
    /// <inheritdoc/>
    public abstract PerturbationInfo Info { get; }

    /// <inheritdoc/>
    public abstract bool Suits(ColumnSpec column, Schema schema);

    /// <inheritdoc/>
    public Table Apply(Table rows, ColumnSpec column, PerturbationDose dose)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(dose);
        var touched = dose.Touched(rows.RowCount);
        return touched.Length == 0 ? rows : rows.With(Change(rows[column.Name], touched, dose.Chance));
    }

    /// <summary>The column with the cells of some rows changed.</summary>
    /// <param name="column">The column in its type.</param>
    /// <param name="touched">Rows, in the order in which they are touched.</param>
    /// <param name="chance">Chance, used row by row in that order.</param>
    protected abstract Column Change(Column column, int[] touched, Random chance);

    /// <summary>A copy of the numbers of a column.</summary>
    protected static double[] NumbersOf(Column column)
    {
        var values = new double[column.RowCount];
        ((NumberColumn)column).Values.CopyTo(values);
        return values;
    }

    /// <summary>The cells of a column as texts; null where missing.</summary>
    protected static string?[] TextsOf(Column column) => [.. Enumerable.Range(0, column.RowCount).Select(column.Format)];
}
