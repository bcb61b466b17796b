using System.Globalization;
using Modelwright.Core.Data;

namespace Modelwright.Stress.Attacks;

/// <summary>Writes an attacked row with fewer digits, for people to read, where it stays flipped, allowed and within the budget.</summary>
internal static class ReadableRow
{
    private const int FewestDigits = 3;
    private const int MostDigits = 8;

    /// <summary>The row with round numbers.</summary>
    /// <param name="target">The model with its rows.</param>
    /// <param name="row">0-based row that was attacked.</param>
    /// <param name="after">The flipped row.</param>
    /// <param name="cancellation">Asks to end.</param>
    public static Table Of(AttackTarget target, int row, Table after, CancellationToken cancellation)
    {
        foreach (var moves in target.Open(row).Columns.Where(moves => moves.Column is NumberColumn && moves.Reach.Step == 0))
        {
            var value = ((NumberColumn)after[moves.Spec.Name]).Values.At(0);
            for (var digits = FewestDigits; digits <= MostDigits && value != 0 && value != moves.Own.Number; digits++)
            {
                var rounded = after.With(new NumberColumn(moves.Spec.Name, [Away(value, moves.Own.Number, digits)]));
                if (Holds(target, row, rounded, cancellation))
                {
                    after = rounded;
                    break;
                }
            }
        }

        return after;
    }

    private static bool Holds(AttackTarget target, int row, Table after, CancellationToken cancellation) =>
        target.Threat.Broken(target.Schema, target.Rows, row, after).Count == 0
        && target.Threat.Cost(target.Schema, target.Rows, row, after) <= target.Threat.Budget
        && target.IsFlipped(row, target.Answer(after, cancellation), 0);

    /// <summary>The next number of so many digits on the far side of another.</summary>
    private static double Away(double value, double from, int digits)
    {
        var step = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) + 1 - digits);
        var rounded = (value > from ? Math.Ceiling(value / step) : Math.Floor(value / step)) * step;

        // Multiplying leaves a tail of digits that were just rounded away.
        return double.Parse(rounded.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
