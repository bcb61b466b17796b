using Modelwright.Runtime.Forms.Network;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Runtime.Formulas;

/// <summary>Makes the nodes of one formula; inputs and constants that are asked for twice are made once. Not safe from several threads.</summary>
public sealed class FormulaBuilder
{
    private readonly List<FormulaNode> _nodes = [];
    private readonly Dictionary<string, FormulaNode> _inputs = new(StringComparer.Ordinal);
    private readonly Dictionary<long, FormulaNode> _constants = [];

    /// <summary>All nodes so far; operands come before what is made of them.</summary>
    public IReadOnlyList<FormulaNode> Nodes => _nodes;

    /// <summary>A column of numbers or the code of a category.</summary>
    /// <param name="operation"><see cref="FormulaOperation.Number"/> or <see cref="FormulaOperation.Category"/>.</param>
    /// <param name="name">The column's name.</param>
    public FormulaNode Input(FormulaOperation operation, string name)
    {
        if (!_inputs.TryGetValue(name, out var node))
        {
            _inputs.Add(name, node = Add(new(operation, [], 1, _nodes.Count) { Name = name }));
        }

        return node;
    }

    /// <summary>One number, the same for every row.</summary>
    /// <param name="number">Any number; NaN is missing.</param>
    public FormulaNode Constant(double number)
    {
        var bits = BitConverter.DoubleToInt64Bits(number);
        if (!_constants.TryGetValue(bits, out var node))
        {
            _constants.Add(bits, node = Constants([number]));
        }

        return node;
    }

    /// <summary>Numbers side by side, the same for every row.</summary>
    /// <param name="numbers">One or more.</param>
    public FormulaNode Constants(double[] numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return Add(new(FormulaOperation.Constant, [], numbers.Length, _nodes.Count) { Numbers = numbers });
    }

    /// <summary>Values side by side; one alone stays as it is.</summary>
    /// <param name="parts">One or more.</param>
    public FormulaNode Join(IReadOnlyList<FormulaNode> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return parts.Count == 1 ? parts[0] : Add(new(FormulaOperation.Join, [.. parts], parts.Sum(part => part.Width), _nodes.Count));
    }

    /// <summary>Some places of a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="places">Positions, each below its width.</param>
    public FormulaNode Take(FormulaNode value, params int[] places)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(places);
        return value.Width == 1 && places is [0] ? value : Add(new(FormulaOperation.Take, [value], places.Length, _nodes.Count) { Places = places });
    }

    /// <summary>An operation of one, two or three values, place by place.</summary>
    /// <param name="operation">From <see cref="FormulaOperation.Add"/> to <see cref="FormulaOperation.Single"/>, or an activation.</param>
    /// <param name="operands">Of one width, or of width 1.</param>
    /// <exception cref="ArgumentException">The widths do not go together.</exception>
    public FormulaNode Of(FormulaOperation operation, params FormulaNode[] operands)
    {
        ArgumentNullException.ThrowIfNull(operands);
        var width = operands.Max(operand => operand.Width);
        return Array.TrueForAll(operands, operand => operand.Width == 1 || operand.Width == width)
            ? Add(new(operation, [.. operands], width, _nodes.Count))
            : throw new ArgumentException($"Operation {operation} was given values of widths {string.Join(", ", operands.Select(operand => operand.Width))}, which do not go together.", nameof(operands));
    }

    /// <summary><see cref="FormulaOperation.Sum"/> or <see cref="FormulaOperation.Largest"/> of all places.</summary>
    /// <param name="operation">One of the two.</param>
    /// <param name="value">The value.</param>
    public FormulaNode Over(FormulaOperation operation, FormulaNode value) => Add(new(operation, [value], 1, _nodes.Count));

    /// <summary>Row <paramref name="index"/> + 1 of a table.</summary>
    /// <param name="index">A whole number from -1 on, of width 1.</param>
    /// <param name="table">Rows x width; the first row is for -1.</param>
    /// <param name="width">Numbers a row.</param>
    public FormulaNode Lookup(FormulaNode index, double[] table, int width = 1) => Add(new(FormulaOperation.Lookup, [index], width, _nodes.Count) { Numbers = table });

    /// <summary>Where a number stands among ascending numbers.</summary>
    /// <param name="operation"><see cref="FormulaOperation.Rank"/>, <see cref="FormulaOperation.Reached"/> or <see cref="FormulaOperation.Find"/>.</param>
    /// <param name="value">Of width 1.</param>
    /// <param name="ascending">The numbers.</param>
    public FormulaNode Among(FormulaOperation operation, FormulaNode value, double[] ascending) => Add(new(operation, [value], 1, _nodes.Count) { Numbers = ascending });

    /// <summary><see cref="FormulaOperation.Weigh"/> or <see cref="FormulaOperation.Layer"/>.</summary>
    /// <param name="operation">One of the two.</param>
    /// <param name="value">What is weighed.</param>
    /// <param name="weights">Places x sums.</param>
    /// <param name="starts">One a sum.</param>
    public FormulaNode Weigh(FormulaOperation operation, FormulaNode value, double[] weights, double[] starts)
    {
        ArgumentNullException.ThrowIfNull(starts);
        return Add(new(operation, [value], starts.Length, _nodes.Count) { Numbers = weights, Starts = starts });
    }

    /// <summary>Sums of cosines of a number.</summary>
    /// <param name="value">A single-precision number, of width 1.</param>
    /// <param name="waves">Those of this one number.</param>
    public FormulaNode Waves(FormulaNode value, NumberWaves waves)
    {
        ArgumentNullException.ThrowIfNull(waves);
        return Add(new(FormulaOperation.Waves, [value], waves.Width, _nodes.Count) { Waves = waves });
    }

    /// <summary>The raw scores of trees.</summary>
    /// <param name="inputs">The ensemble's inputs side by side.</param>
    /// <param name="trees">The ensemble.</param>
    public FormulaNode Trees(FormulaNode inputs, TreeEnsemble trees)
    {
        ArgumentNullException.ThrowIfNull(trees);
        return Add(new(FormulaOperation.Trees, [inputs], trees.Outputs, _nodes.Count) { Trees = trees });
    }

    private FormulaNode Add(FormulaNode node)
    {
        _nodes.Add(node);
        return node;
    }
}
