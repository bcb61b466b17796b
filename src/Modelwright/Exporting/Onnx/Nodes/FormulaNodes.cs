using Modelwright.Exporting.Onnx.Messages;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Exporting.Onnx.Nodes;

/// <summary>Turns the nodes of a formula into those of a graph, one after another. Not safe from several threads.</summary>
/// <param name="graph">The graph.</param>
/// <param name="formula">The formula, whose nodes are to be added in their order.</param>
internal sealed class FormulaNodes(OnnxGraph graph, Formula formula)
{
    /// <summary>One operation of ONNX each, whose result IEEE 754 fixes.</summary>
    private static readonly Dictionary<FormulaOperation, string> Plain = new()
    {
        [FormulaOperation.Add] = "Add",
        [FormulaOperation.Subtract] = "Sub",
        [FormulaOperation.Multiply] = "Mul",
        [FormulaOperation.Divide] = "Div",
        [FormulaOperation.Absolute] = "Abs",
        [FormulaOperation.SquareRoot] = "Sqrt",
        [FormulaOperation.Logarithm] = "Log",
    };

    /// <summary>Those that answer a flag.</summary>
    private static readonly Dictionary<FormulaOperation, string> Flags = new()
    {
        [FormulaOperation.AtMost] = "LessOrEqual",
        [FormulaOperation.Below] = "Less",
        [FormulaOperation.Same] = "Equal",
        [FormulaOperation.Missing] = "IsNaN",
    };

    private static readonly Dictionary<FormulaOperation, Func<OnnxGraph, string, string>> OfOne = new()
    {
        [FormulaOperation.Exponential] = ElementNodes.Exponential,
        [FormulaOperation.LogarithmOfOnePlus] = ElementNodes.LogarithmOfOnePlus,
        [FormulaOperation.Sigmoid] = ElementNodes.Sigmoid,
        [FormulaOperation.CosineOfTurns] = ElementNodes.CosineOfTurns,
        [FormulaOperation.NormalQuantile] = NormalQuantileNodes.Add,
        [FormulaOperation.Single] = ElementNodes.Single,
        [FormulaOperation.Mish] = SingleNodes.Mish,
        [FormulaOperation.Selu] = SingleNodes.Selu,
        [FormulaOperation.Sum] = (graph, value) => graph.Add("ReduceSum", value, graph.Integers(1)),
        [FormulaOperation.Largest] = (graph, value) => graph.Add("ReduceMax", value, graph.Integers(1)),
    };

    private static readonly Dictionary<FormulaOperation, Func<OnnxGraph, string, double[], string>> OfTable = new()
    {
        [FormulaOperation.Rank] = (graph, value, numbers) => TableNodes.Count(graph, value, numbers, orEqual: false),
        [FormulaOperation.Reached] = (graph, value, numbers) => TableNodes.Count(graph, value, numbers, orEqual: true),
        [FormulaOperation.Find] = TableNodes.Find,
    };

    private readonly Dictionary<string, FormulaInput> _inputs = formula.Inputs.ToDictionary(input => input.Name, StringComparer.Ordinal);
    private readonly WaveGroups _waves = new(formula.Nodes);
    private readonly Dictionary<int, GraphValue> _values = [];
    private readonly Dictionary<int, string> _flags = [];

    /// <summary>Whether there is a way to write an operation.</summary>
    internal static bool Knows(FormulaOperation operation) => Plain.ContainsKey(operation) || Flags.ContainsKey(operation) || OfOne.ContainsKey(operation) || OfTable.ContainsKey(operation)
        || operation is FormulaOperation.Number or FormulaOperation.Category or FormulaOperation.Constant or FormulaOperation.Join or FormulaOperation.Take or FormulaOperation.Choose
            or FormulaOperation.Minimum or FormulaOperation.Maximum or FormulaOperation.Lookup or FormulaOperation.Weigh or FormulaOperation.Layer or FormulaOperation.Waves or FormulaOperation.Trees;

    /// <summary>Adds a node, whose operands were added before.</summary>
    internal void Add(FormulaNode node)
    {
        if (Flags.TryGetValue(node.Operation, out var flag))
        {
            _flags.Add(node.Position, graph.Add(flag, [.. node.Operands.Select(Name)]));
            return;
        }

        if (node.Operation == FormulaOperation.Trees)
        {
            _values.Add(node.Position, TreeNodes.Add(graph, Value(node.Operands[0]), node.Trees!));
            return;
        }

        if (node.Operation == FormulaOperation.Waves)
        {
            AddWaves(node);
            return;
        }

        var hasRows = node.Operation is FormulaOperation.Number or FormulaOperation.Category || node.Operands.Any(HasRows);
        _values.Add(node.Position, new(Made(node), node.Width, hasRows));
    }

    /// <summary>The value of a node that was added; a flag becomes 1 or 0.</summary>
    internal GraphValue Value(FormulaNode node)
    {
        if (!_values.TryGetValue(node.Position, out var value))
        {
            value = new(graph.Cast(_flags[node.Position], OnnxElement.Number), node.Width, node.Operands.Any(HasRows));
            _values.Add(node.Position, value);
        }

        return value;
    }

    private void AddWaves(FormulaNode node)
    {
        var source = WaveGroups.Source(node);
        foreach (var (own, name) in _values.ContainsKey(node.Position) ? [] : _waves.Add(graph, node, Name(source)))
        {
            _values.Add(own.Position, new(name, own.Width, HasRows(source)));
        }
    }

    private string Name(FormulaNode node) => Value(node).Name;

    private bool HasRows(FormulaNode node) => _values.TryGetValue(node.Position, out var value) ? value.HasRows : node.Operands.Any(HasRows);

    private string Made(FormulaNode node)
    {
        if (Plain.TryGetValue(node.Operation, out var plain))
        {
            return graph.Add(plain, [.. node.Operands.Select(Name)]);
        }

        if (OfOne.TryGetValue(node.Operation, out var one))
        {
            return one(graph, Name(node.Operands[0]));
        }

        return OfTable.TryGetValue(node.Operation, out var table) ? table(graph, Name(node.Operands[0]), node.Numbers) : Other(node);
    }

    private string Other(FormulaNode node) => node.Operation switch
    {
        FormulaOperation.Number or FormulaOperation.Category => InputNodes.Add(graph, _inputs[node.Name]),
        FormulaOperation.Constant => graph.Row(node.Numbers),
        FormulaOperation.Join => Joined(node),
        FormulaOperation.Take => graph.AddWith("Gather", [Name(node.Operands[0]), graph.Integers([.. node.Places.Select(place => (long)place)])], OnnxAttribute.Of("axis", 1)),
        FormulaOperation.Choose => graph.Add("Where", Flag(node.Operands[0]), Name(node.Operands[1]), Name(node.Operands[2])),
        FormulaOperation.Minimum => Ordered(node, ElementNodes.Minimum, ElementNodes.AtMost),
        FormulaOperation.Maximum => Ordered(node, ElementNodes.Maximum, ElementNodes.AtLeast),
        FormulaOperation.Lookup => TableNodes.Lookup(graph, Name(node.Operands[0]), node.Numbers, node.Width),
        FormulaOperation.Layer => SingleNodes.Layer(graph, Name(node.Operands[0]), node.Numbers, node.Starts),
        _ => ElementNodes.Held(graph, Weighed(node)),
    };

    /// <summary>A node as a flag, as a choice reads it: all but 0 is true.</summary>
    private string Flag(FormulaNode node)
    {
        if (!_flags.TryGetValue(node.Position, out var flag))
        {
            _flags.Add(node.Position, flag = graph.Cast(Name(node), OnnxElement.Flag));
        }

        return flag;
    }

    private string Joined(FormulaNode node)
    {
        var parts = node.Operands.Select(Value).ToList();
        var hasRows = parts.Exists(part => part.HasRows);
        return graph.AddWith("Concat", [.. parts.Select(part => hasRows && !part.HasRows ? graph.ForEachRow(part.Name) : part.Name)], OnnxAttribute.Of("axis", 1));
    }

    /// <summary>The smaller or larger of two; beside one number that is not missing it takes fewer operations.</summary>
    private string Ordered(FormulaNode node, Func<OnnxGraph, string, string, string> ofTwo, Func<OnnxGraph, string, double, string> withNumber)
    {
        var (first, second) = (node.Operands[0], node.Operands[1]);
        return IsNumber(second) ? withNumber(graph, Name(first), second.Numbers[0])
            : IsNumber(first) ? withNumber(graph, Name(second), first.Numbers[0])
            : ofTwo(graph, Name(first), Name(second));
    }

    private static bool IsNumber(FormulaNode node) => node is { Operation: FormulaOperation.Constant, Width: 1 } && !double.IsNaN(node.Numbers[0]);

    private string Weighed(FormulaNode node) =>
        graph.Add("Add", graph.Add("MatMul", Name(node.Operands[0]), graph.Table(node.Numbers, node.Width)), graph.Row(node.Starts));
}
