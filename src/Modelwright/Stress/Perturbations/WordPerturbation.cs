using Modelwright.Core.Data;

namespace Modelwright.Stress.Perturbations;

/// <summary>A perturbation of what stands in a cell as text; an empty cell stays empty.</summary>
internal abstract class WordPerturbation : CellPerturbation
{
    /// <inheritdoc/>
    public override bool Suits(ColumnSpec column, Schema schema) => column is { Type: ColumnType.Category or ColumnType.Text, Kind: ColumnKind.Plain, IsBoolean: false };

    /// <inheritdoc/>
    protected sealed override Column Change(Column column, int[] touched, Random chance)
    {
        var texts = TextsOf(column);
        var change = Changing(texts, chance);
        foreach (var row in touched)
        {
            texts[row] = texts[row] is { } text ? change(text) : null;
        }

        return new TextColumn(column.Name, texts);
    }

    /// <summary>What becomes of a text.</summary>
    /// <param name="all">The texts of all rows, before anything changes.</param>
    /// <param name="chance">Chance, used cell by cell.</param>
    protected abstract Func<string, string> Changing(string?[] all, Random chance);
}
