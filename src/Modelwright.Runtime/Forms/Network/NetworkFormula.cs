using Modelwright.Core.Data;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Runtime.Forms.Network;

/// <summary>A network as a formula, layer after layer, in single precision where the network is.</summary>
internal static class NetworkFormula
{
    /// <summary>The scores; null where an input has no formula.</summary>
    internal static FormulaNode? Scores(TableNetwork network, FormulaColumns columns)
    {
        if (columns.Read(network.Inputs) is not { } values)
        {
            return null;
        }

        var builder = columns.Builder;
        var dense = Dense(network, values, builder);
        FormulaNode sums = AddLevels(network, values, First(network.Layers[0], dense, builder), builder, dense.Sum(part => part.Width));
        for (var layer = 1; layer < network.Layers.Count; layer++)
        {
            sums = builder.Weigh(FormulaOperation.Layer, Activated(network.Activation, sums, builder), Wide(network.Layers[layer].Weights), Wide(network.Layers[layer].Biases));
        }

        return builder.Held(builder.Filled(sums, 0), -NetworkScorer.Largest, NetworkScorer.Largest);
    }

    private static FormulaNode First(DenseLayer layer, List<FormulaNode> dense, FormulaBuilder builder)
    {
        if (dense.Count == 0)
        {
            return builder.Constants(Wide(layer.Biases));
        }

        var inputs = builder.Join(dense);
        return builder.Weigh(FormulaOperation.Layer, inputs, Wide(layer.Weights.AsSpan(0, inputs.Width * layer.Biases.Length)), Wide(layer.Biases));
    }

    /// <summary>What comes into the first layer but for the levels that are one number each.</summary>
    private static List<FormulaNode> Dense(TableNetwork network, FormulaNode[] values, FormulaBuilder builder)
    {
        var dense = new List<FormulaNode>();
        FormulaNode[] numbers = [.. values.Where((_, input) => network.Inputs[input].Type == ColumnType.Number)];
        if (numbers.Length > 0)
        {
            var joined = builder.Join(numbers);
            dense.AddRange(Waved(network, Drawn(network, joined, builder), builder));
            if (network.Marked.Length > 0)
            {
                dense.Add(builder.Of(FormulaOperation.Missing, builder.Take(joined, network.Marked)));
            }
        }

        ForCategories(network, (input, width, start) =>
        {
            if (width > 0)
            {
                dense.Add(builder.Lookup(values[input], Wide(network.LevelVectors.AsSpan(start, width * (1 + network.Inputs[input].Levels.Count))), width));
            }
        });
        return dense;
    }

    /// <summary>The places of all numbers, drawn in, in single precision.</summary>
    private static FormulaNode Drawn(TableNetwork network, FormulaNode numbers, FormulaBuilder builder)
    {
        var apart = builder.Of(FormulaOperation.Subtract, numbers, builder.Constants(network.Centers));
        var axis = builder.Filled(builder.Of(FormulaOperation.Multiply, apart, builder.Constants(network.Scales)), 0);
        var place = builder.Held(axis, -ScaledInputs.Farthest, ScaledInputs.Farthest);
        var part = builder.Of(FormulaOperation.Divide, place, builder.Constant(NetworkScorer.Reach));
        var root = builder.Of(FormulaOperation.SquareRoot, builder.Of(FormulaOperation.Add, builder.Constant(1), builder.Of(FormulaOperation.Multiply, part, part)));
        return builder.Of(FormulaOperation.Single, builder.Of(FormulaOperation.Divide, place, root));
    }

    /// <summary>Each number and, behind it, its sums of cosines.</summary>
    private static IEnumerable<FormulaNode> Waved(TableNetwork network, FormulaNode drawn, FormulaBuilder builder)
    {
        var waves = network.Waves;
        if (waves.Width == 0)
        {
            yield return drawn;
            yield break;
        }

        for (var number = 0; number < drawn.Width; number++)
        {
            var (cosines, sums) = (waves.Count, waves.Width);
            var own = builder.Take(drawn, number);
            yield return own;
            yield return builder.Waves(own, new(
                cosines,
                sums,
                waves.Frequencies.AsSpan(number * cosines, cosines).ToArray(),
                waves.Phases.AsSpan(number * cosines, cosines).ToArray(),
                waves.Mixes.AsSpan(number * sums * cosines, sums * cosines).ToArray(),
                waves.Offsets.AsSpan(number * sums, sums).ToArray()));
        }
    }

    /// <summary>Adds, category after category, the weights of the level that is 1.</summary>
    private static FormulaNode AddLevels(TableNetwork network, FormulaNode[] values, FormulaNode sums, FormulaBuilder builder, int next)
    {
        var layer = network.Layers[0];
        var units = layer.Biases.Length;
        ForCategories(network, (input, width, _) =>
        {
            if (width == 0)
            {
                var levels = 1 + network.Inputs[input].Levels.Count;
                var own = builder.Lookup(values[input], Wide(layer.Weights.AsSpan(next * units, levels * units)), units);
                sums = builder.Of(FormulaOperation.Single, builder.Of(FormulaOperation.Add, sums, own));
                next += levels;
            }
        });
        return sums;
    }

    private static FormulaNode Activated(NetworkActivation activation, FormulaNode sums, FormulaBuilder builder) => activation switch
    {
        NetworkActivation.Mish => builder.Of(FormulaOperation.Mish, sums),
        NetworkActivation.Selu => builder.Of(FormulaOperation.Selu, sums),
        _ => builder.Of(FormulaOperation.Maximum, sums, builder.Constant(0)),
    };

    /// <summary>Visits categories in the order of the inputs, with the length of their vectors and where these start.</summary>
    private static void ForCategories(TableNetwork network, Action<int, int, int> visit)
    {
        var (category, start) = (0, 0);
        for (var input = 0; input < network.Inputs.Count; input++)
        {
            if (network.Inputs[input].Type == ColumnType.Category)
            {
                var width = network.LevelWidths[category++];
                visit(input, width, start);
                start += width * (1 + network.Inputs[input].Levels.Count);
            }
        }
    }

    private static double[] Wide(ReadOnlySpan<float> numbers)
    {
        var wide = new double[numbers.Length];
        for (var place = 0; place < wide.Length; place++)
        {
            wide[place] = numbers[place];
        }

        return wide;
    }
}
