using Modelwright.Core.Data;

namespace Modelwright.Stress.Perturbations;

/// <summary>Cells are empty.</summary>
internal sealed class MissingValues : CellPerturbation
{
    /// <inheritdoc/>
    public override PerturbationInfo Info { get; } = new()
    {
        Name = "missing_values",
        Title = "Values are missing",
        Meaning = "Cells are empty that were filled: a form left blank, a sensor that is off, a join that found nothing.",
        Severity = "the column is empty",
        HasWorstPlace = true,
    };

    /// <inheritdoc/>
    public override bool Suits(ColumnSpec column, Schema schema) => true;

    /// <inheritdoc/>
    protected override Column Change(Column column, int[] touched, Random chance)
    {
        switch (column)
        {
            case NumberColumn:
                var numbers = NumbersOf(column);
                return new NumberColumn(column.Name, Without(numbers, touched, double.NaN));
            case CategoryColumn category:
                var codes = new int[column.RowCount];
                category.Codes.CopyTo(codes);
                return new CategoryColumn(column.Name, category.Levels, Without(codes, touched, CategoryColumn.Missing));
            case TimeColumn time:
                var ticks = new long[column.RowCount];
                time.Values.CopyTo(ticks);
                return new TimeColumn(column.Name, Without(ticks, touched, TimeColumn.Missing));
            default:
                return new TextColumn(column.Name, Without(TextsOf(column), touched, null));
        }
    }

    private static T[] Without<T>(T[] values, int[] touched, T missing)
    {
        foreach (var row in touched)
        {
            values[row] = missing;
        }

        return values;
    }
}
