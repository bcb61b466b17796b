using Modelwright.Core.Data;

namespace Modelwright.Stress.Perturbations.Words;

/// <summary>One known category in place of another.</summary>
internal sealed class SwappedLevels : CellPerturbation
{
    /// <inheritdoc/>
    public override PerturbationInfo Info { get; } = new()
    {
        Name = "swapped_levels",
        Title = "Mixed-up categories",
        Meaning = "One known category stands where another should: a wrong line chosen in a list, codes that were mapped wrongly.",
        Severity = "every cell",
    };

    /// <inheritdoc/>
    public override bool Suits(ColumnSpec column, Schema schema)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Type == ColumnType.Category && column.Levels.Count > 1;
    }

    /// <inheritdoc/>
    protected override Column Change(Column column, int[] touched, Random chance)
    {
        var category = (CategoryColumn)column;
        var codes = new int[column.RowCount];
        category.Codes.CopyTo(codes);
        foreach (var row in touched)
        {
            var other = chance.Next(category.Levels.Count - 1);
            codes[row] = codes[row] < 0 ? codes[row] : other + (other >= codes[row] ? 1 : 0);
        }

        return new CategoryColumn(column.Name, category.Levels, codes);
    }
}
