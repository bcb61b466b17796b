using System.Globalization;
using Modelwright.Core.Data;

namespace Modelwright.Stress.Perturbations.Numbers;

/// <summary>Numbers written the way that part of the world writes them.</summary>
internal sealed class DecimalComma : CellPerturbation
{
    /// <inheritdoc/>
    public override PerturbationInfo Info { get; } = new()
    {
        Name = "decimal_comma",
        Title = "Decimal comma",
        Meaning = "Numbers are written with a comma before their decimals and points between their thousands, as a spreadsheet of another country writes them.",
        Severity = "every cell",
    };

    private static readonly NumberFormatInfo Notation = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <inheritdoc/>
    public override bool Suits(ColumnSpec column, Schema schema) => column is { Type: ColumnType.Number, Kind: ColumnKind.Plain, Notation.IsPlain: true };

    /// <inheritdoc/>
    protected override Column Change(Column column, int[] touched, Random chance)
    {
        var texts = TextsOf(column);
        var numbers = ((NumberColumn)column).Values;
        foreach (var row in touched)
        {
            texts[row] = texts[row] is null ? null : numbers.At(row).ToString("#,##0.##########", Notation);
        }

        return new TextColumn(column.Name, texts);
    }
}
