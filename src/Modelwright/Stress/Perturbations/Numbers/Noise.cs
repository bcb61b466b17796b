using Modelwright.Core.Data;

namespace Modelwright.Stress.Perturbations.Numbers;

/// <summary>Every number is a little off.</summary>
internal sealed class Noise : IPerturbation
{
    /// <inheritdoc/>
    public PerturbationInfo Info { get; } = new()
    {
        Name = "noise",
        Title = "Noise",
        Meaning = "Every number is off by chance: rounding, a worse instrument, an estimate in place of a measurement.",
        Severity = "noise as wide as the column spreads",
    };

    /// <inheritdoc/>
    public bool Suits(ColumnSpec column, Schema schema) => column is { Type: ColumnType.Number, Kind: ColumnKind.Plain };

    /// <inheritdoc/>
    public Table Apply(Table rows, ColumnSpec column, PerturbationDose dose)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(dose);
        if (dose.Severity <= 0)
        {
            return rows;
        }

        var values = new double[rows.RowCount];
        ((NumberColumn)rows[column.Name]).Values.CopyTo(values);
        var width = dose.Severity * ColumnSpread.Of(values).Width;
        var chance = dose.Chance;
        for (var row = 0; row < values.Length; row++)
        {
            values[row] += width * Normal(chance);
        }

        return rows.With(new NumberColumn(column.Name, values));
    }

    // Box and Muller 1958.
    private static double Normal(Random chance) =>
        Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
