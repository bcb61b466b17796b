using Modelwright.Runtime.Formulas;

namespace Modelwright.Runtime.Steps.Numbers;

/// <summary>The share of training rows below a number, as a formula.</summary>
internal static class QuantileFormula
{
    /// <summary>As <see cref="QuantileScores"/> finds it; missing stays missing. Null where two knots are too far apart to be subtracted.</summary>
    /// <param name="knots">Ascending; the last is above the first.</param>
    /// <param name="value">The number.</param>
    /// <param name="builder">Makes the nodes.</param>
    internal static FormulaNode? Share(double[] knots, FormulaNode value, FormulaBuilder builder)
    {
        var last = knots.Length - 1;
        double[] apart = [.. Enumerable.Range(0, last).Select(place => knots[place + 1] - knots[place])];
        if (Array.Exists(apart, double.IsInfinity))
        {
            return null;
        }

        var below = builder.Among(FormulaOperation.Rank, value, knots);

        // Tables by how many knots are below: row 0 is for missing, row 1 for a value that is not above the first knot, the last for one above all.
        double[] Table(IEnumerable<double> between, double first, double beyond) => [double.NaN, first, .. between, beyond];
        var left = builder.Lookup(below, Table(knots.Take(last), 0, 0));
        var distance = builder.Lookup(below, Table(apart.Select(size => size == 0 ? 1 : size), 1, 1));
        var before = builder.Of(FormulaOperation.Subtract, below, builder.Constant(1));
        var part = builder.Of(FormulaOperation.Divide, builder.Of(FormulaOperation.Subtract, value, left), distance);
        var steps = builder.Constant(last);
        var between = builder.Of(FormulaOperation.Divide, builder.Of(FormulaOperation.Add, before, part), steps);

        var reached = builder.Among(FormulaOperation.Reached, value, knots);
        var both = builder.Of(FormulaOperation.Subtract, builder.Of(FormulaOperation.Add, below, reached), builder.Constant(1));
        var middle = builder.Of(FormulaOperation.Divide, builder.Of(FormulaOperation.Divide, both, builder.Constant(2)), steps);
        var inside = builder.Of(FormulaOperation.Choose, builder.Of(FormulaOperation.Below, below, reached), middle, between);

        var low = builder.Of(FormulaOperation.Choose, builder.Of(FormulaOperation.AtMost, value, builder.Constant(knots[0])), builder.Constant(0), inside);
        var held = builder.Of(FormulaOperation.Choose, builder.Of(FormulaOperation.AtMost, builder.Constant(knots[^1]), value), builder.Constant(1), low);
        return builder.Kept(value, held);
    }
}
