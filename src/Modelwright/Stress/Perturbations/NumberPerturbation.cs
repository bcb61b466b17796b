using Modelwright.Core.Data;

namespace Modelwright.Stress.Perturbations;

/// <summary>A perturbation of numbers that leaves numbers; a missing number stays missing.</summary>
internal abstract class NumberPerturbation : CellPerturbation
{
    /// <inheritdoc/>
    public override bool Suits(ColumnSpec column, Schema schema) => column is { Type: ColumnType.Number, Kind: ColumnKind.Plain };

    /// <inheritdoc/>
    protected sealed override Column Change(Column column, int[] touched, Random chance)
    {
        var values = NumbersOf(column);
        var change = Changing(values, chance);
        foreach (var row in touched)
        {
            values[row] = change(values[row]);
        }

        return new NumberColumn(column.Name, values);
    }

    /// <summary>What becomes of a number.</summary>
    /// <param name="all">The numbers of all rows, before anything changes.</param>
    /// <param name="chance">Chance, used cell by cell.</param>
    protected abstract Func<double, double> Changing(double[] all, Random chance);
}
