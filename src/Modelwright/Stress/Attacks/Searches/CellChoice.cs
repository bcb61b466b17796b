using Modelwright.Stress.Attacks.Rows;

namespace Modelwright.Stress.Attacks.Searches;

/// <summary>The values of a column that are worth a try.</summary>
internal static class CellChoice
{
    /// <summary>Other values of a number, a time or a category, by rising cost; none for a text.</summary>
    /// <param name="target">Which values are usual, and where the model is known to change its answer.</param>
    /// <param name="column">The column of the row.</param>
    public static Cell[] Of(AttackTarget target, ColumnMoves column) => column.IsNumber
        ? [.. Numbers(target, column.Reach, column.Spec.Name).Where(value => double.IsFinite(value) && value != column.Own.Number).Distinct().OrderBy(column.Reach.Cost).Select(value => new Cell(value, null))]
        : [.. column.Codes.Select(code => new Cell(code, null))];

    /// <summary>Some of them, evenly by rank; the dearest is always among them.</summary>
    public static IEnumerable<Cell> Thinned(Cell[] cells, int most) => cells.Length <= most
        ? cells
        : Enumerable.Range(1, most).Select(place => cells[(int)((long)place * (cells.Length - 1) / most)]);

    // A value of at most a threshold stands at it; one that must be above it stands at the next number.
    private static IEnumerable<double> Numbers(AttackTarget target, NumberReach reach, string column) => target.Values(column)
        .Select(value => value < reach.Own ? reach.Nearest(double.MinValue, value) : reach.Nearest(Math.BitIncrement(value), double.MaxValue))
        .Append(reach.Toward(reach.Minimum))
        .Append(reach.Toward(reach.Maximum));
}
