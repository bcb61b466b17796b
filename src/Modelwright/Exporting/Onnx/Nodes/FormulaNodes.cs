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
    private readonly SinglePlan _plan = new(formula);
    private readonly HashSet<int> _withRows = [];
    private readonly Dictionary<int, string> _values = [];
    private readonly Dictionary<int, string> _flags = [];
    private readonly Dictionary<int, string> _singles = [];

    /// <summary>Whether there is a way to write an operation.</summary>
    internal static bool Knows(FormulaOperation operation) => Plain.ContainsKey(operation) || Flags.ContainsKey(operation) || OfOne.ContainsKey(operation) || OfTable.ContainsKey(operation)
        || operation is FormulaOperation.Number or FormulaOperation.Category or FormulaOperation.Constant or FormulaOperation.Join or FormulaOperation.Take or FormulaOperation.Choose
            or FormulaOperation.Minimum or FormulaOperation.Maximum or FormulaOperation.Lookup or FormulaOperation.Weigh or FormulaOperation.Trees
            or FormulaOperation.Single or FormulaOperation.Mish or FormulaOperation.Selu or FormulaOperation.Layer or FormulaOperation.Waves;

    /// <summary>Adds a node, whose operands were added before.</summary>
    internal void Add(FormulaNode node)
    {
        var hasRows = node.Operation is FormulaOperation.Number or FormulaOperation.Category || node.Operands.Any(HasRows);
        if (Flags.TryGetValue(node.Operation, out var flag))
        {
            _flags.Add(node.Position, graph.Add(flag, [.. node.Operands.Select(Name)]));
        }
        else if (node.Operation == FormulaOperation.Trees)
        {
            var scores = TreeNodes.Add(graph, Value(node.Operands[0]), node.Trees!);
            _values.Add(node.Position, scores.Name);
            hasRows = scores.HasRows;
        }
        else if (_plan.Is(node))
        {
            AddSingle(node);
        }
        else if (!_plan.IsRoundedSum(node))
        {
            _values.Add(node.Position, Made(node));
        }

        if (hasRows)
        {
            _withRows.Add(node.Position);
        }
    }

    /// <summary>The value of a node that was added, in double precision; a flag becomes 1 or 0.</summary>
    internal GraphValue Value(FormulaNode node) => new(Name(node), node.Width, HasRows(node));

    private string Name(FormulaNode node)
    {
        if (!_values.TryGetValue(node.Position, out var name))
        {
            var own = _flags.TryGetValue(node.Position, out var flag) ? flag : _singles[node.Position];
            _values.Add(node.Position, name = graph.Cast(own, OnnxElement.Number));
        }

        return name;
    }

    /// <summary>The value of a node in single precision.</summary>
    private string Single(FormulaNode node)
    {
        if (!_singles.TryGetValue(node.Position, out var name))
        {
            _singles.Add(node.Position, name = graph.Cast(_flags.TryGetValue(node.Position, out var flag) ? flag : Name(node), OnnxElement.Single));
        }

        return name;
    }

    private bool HasRows(FormulaNode node) => _withRows.Contains(node.Position);

    /// <summary>Adds a node whose value stays in single precision.</summary>
    private void AddSingle(FormulaNode node)
    {
        if (node.Operation != FormulaOperation.Waves)
        {
            _singles.Add(node.Position, MadeSingle(node));
            return;
        }

        var source = WaveGroups.Source(node);
        foreach (var (own, name) in _singles.ContainsKey(node.Position) ? [] : _waves.Add(graph, node, Single(source)))
        {
            _singles.Add(own.Position, name);
        }
    }

    private string MadeSingle(FormulaNode node) => node.Operation switch
    {
        FormulaOperation.Single when _plan.IsRoundedSum(node.Operands[0]) => graph.Add("Add", [.. node.Operands[0].Operands.Select(Single)]),
        FormulaOperation.Single => Single(node.Operands[0]),
        FormulaOperation.Mish => SingleNodes.Mish(graph, Single(node.Operands[0])),
        FormulaOperation.Selu => SingleNodes.Selu(graph, Single(node.Operands[0])),
        FormulaOperation.Layer => SingleNodes.Layer(graph, Single(node.Operands[0]), node.Numbers, node.Starts),
        FormulaOperation.Lookup => SingleNodes.Lookup(graph, Name(node.Operands[0]), node.Numbers, node.Width),
        FormulaOperation.Take => Taken(node, Single(node.Operands[0])),
        _ => Joined(node, Single),
    };

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
        FormulaOperation.Join => Joined(node, Name),
        FormulaOperation.Take => Taken(node, Name(node.Operands[0])),
        FormulaOperation.Choose => graph.Add("Where", Flag(node.Operands[0]), Name(node.Operands[1]), Name(node.Operands[2])),
        FormulaOperation.Minimum => Ordered(node, ElementNodes.Minimum, ElementNodes.AtMost),
        FormulaOperation.Maximum => Ordered(node, ElementNodes.Maximum, ElementNodes.AtLeast),
        FormulaOperation.Lookup => TableNodes.Lookup(graph, Name(node.Operands[0]), node.Numbers, node.Width),
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

    private string Taken(FormulaNode node, string value) =>
        graph.AddWith("Gather", [value, graph.Integers([.. node.Places.Select(place => (long)place)])], OnnxAttribute.Of("axis", 1));

    private string Joined(FormulaNode node, Func<FormulaNode, string> name)
    {
        var hasRows = node.Operands.Any(HasRows);
        return graph.AddWith("Concat", [.. node.Operands.Select(part => hasRows && !HasRows(part) ? graph.ForEachRow(name(part)) : name(part))], OnnxAttribute.Of("axis", 1));
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
