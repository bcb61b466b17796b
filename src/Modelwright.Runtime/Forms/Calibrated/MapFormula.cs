using Modelwright.Runtime.Formulas;

namespace Modelwright.Runtime.Forms.Calibrated;

/// <summary>A map of probabilities as a formula.</summary>
internal static class MapFormula
{
    /// <summary>The mapped probabilities.</summary>
    internal static FormulaNode Of(ProbabilityMap map, FormulaNode probabilities, FormulaBuilder builder)
    {
        if (map.Method == ProbabilityMap.Temperature)
        {
            var logs = builder.Of(FormulaOperation.Logarithm, builder.Of(FormulaOperation.Maximum, probabilities, builder.Constant(ProbabilityMap.Nearest)));
            return builder.ScaledToOne(builder.Of(FormulaOperation.Exponential, builder.Of(FormulaOperation.Multiply, builder.Constant(map.Slopes[0]), logs)));
        }

        return probabilities.Width == 2
            ? builder.WithFirst(One(map, builder.Take(probabilities, 1), 0, builder))
            : builder.ScaledToOne(builder.Join([.. Enumerable.Range(0, probabilities.Width).Select(place => One(map, builder.Take(probabilities, place), place, builder))]));
    }

    private static FormulaNode One(ProbabilityMap map, FormulaNode probability, int mapped, FormulaBuilder builder)
    {
        if (map.Method != ProbabilityMap.Platt)
        {
            var start = map.Counts.Take(mapped).Sum();
            return OnLine(map.From.AsSpan(start, map.Counts[mapped]).ToArray(), map.To.AsSpan(start, map.Counts[mapped]).ToArray(), probability, builder);
        }

        var held = builder.Held(probability, ProbabilityMap.Nearest, 1 - ProbabilityMap.Nearest);
        var rest = builder.Of(FormulaOperation.LogarithmOfOnePlus, builder.Of(FormulaOperation.Subtract, builder.Constant(0), held));
        var odds = builder.Of(FormulaOperation.Subtract, builder.Of(FormulaOperation.Logarithm, held), rest);
        var line = builder.Of(FormulaOperation.Multiply, builder.Constant(map.Slopes[mapped]), odds);
        return builder.Of(FormulaOperation.Sigmoid, builder.Of(FormulaOperation.Add, line, builder.Constant(map.Offsets[mapped])));
    }

    /// <summary>Straight between points, level beyond them; at a point what it answers.</summary>
    private static FormulaNode OnLine(double[] from, double[] to, FormulaNode value, FormulaBuilder builder)
    {
        var after = builder.Among(FormulaOperation.Rank, value, from);
        var last = from.Length - 1;

        // Tables by how many points are below: row 0 is for what is missing, which probabilities never are.
        double[] Table(Func<int, double> between, double first, double beyond) => [0, first, .. Enumerable.Range(0, last).Select(between), beyond];
        var left = builder.Lookup(after, Table(place => from[place], 0, 0));
        var width = builder.Lookup(after, Table(place => from[place + 1] - from[place], 1, 1));
        var low = builder.Lookup(after, Table(place => to[place], to[0], to[last]));
        var rise = builder.Lookup(after, Table(place => to[place + 1] - to[place], 0, 0));
        var share = builder.Of(FormulaOperation.Divide, builder.Of(FormulaOperation.Subtract, value, left), width);
        var line = builder.Of(FormulaOperation.Add, low, builder.Of(FormulaOperation.Multiply, share, rise));
        var point = builder.Among(FormulaOperation.Find, value, from);
        return builder.Of(FormulaOperation.Choose, builder.Of(FormulaOperation.AtMost, builder.Constant(0), point), builder.Lookup(point, [0, .. to]), line);
    }
}
