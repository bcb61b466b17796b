using System.Globalization;
using Modelwright.Core.Data;

namespace Modelwright.Stress.Perturbations;

/// <summary>Dates written another way.</summary>
internal sealed class OtherDateFormat : CellPerturbation
{
    private const string Format = "dd.MM.yyyy HH:mm";

    /// <inheritdoc/>
    public override PerturbationInfo Info { get; } = new()
    {
        Name = "other_date_format",
        Title = "Dates in another format",
        Meaning = "Dates are written day first with points, 31.03.2026 14:05, where the model learned from another format.",
        Severity = "every cell",
    };

    /// <inheritdoc/>
    public override bool Suits(ColumnSpec column, Schema schema) => column is { Type: ColumnType.Time };

    /// <inheritdoc/>
    protected override Column Change(Column column, int[] touched, Random chance)
    {
        var texts = TextsOf(column);
        var times = ((TimeColumn)column).Values;
        foreach (var row in touched)
        {
            texts[row] = texts[row] is null ? null : new DateTime(times.At(row), DateTimeKind.Utc).ToString(Format, CultureInfo.InvariantCulture);
        }

        return new TextColumn(column.Name, texts);
    }
}
