using System.Globalization;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Exporting.CSharp;

/// <summary>Every node of a formula as a line of C# that fills its places in the room of a row, and the tables that the lines read.</summary>
internal sealed class CSharpNodes
{
    private readonly Dictionary<int, int> _starts = [];
    private readonly Dictionary<string, string> _tables = new(StringComparer.Ordinal);
    private readonly List<string> _fields = [];

    /// <summary>Gives each node its places, constants first.</summary>
    internal CSharpNodes(Formula formula)
    {
        FormulaNode[] constants = [.. formula.Nodes.Where(node => node.Operation == FormulaOperation.Constant)];
        foreach (var node in constants.Concat(formula.Nodes.Where(node => node.Operation != FormulaOperation.Constant)))
        {
            _starts.Add(node.Position, Room);
            Room += node.Width;
        }

        Constants = [.. constants.SelectMany(node => node.Numbers)];
        Lines = [.. formula.Nodes.Where(node => node.Operation is not (FormulaOperation.Constant or FormulaOperation.Number or FormulaOperation.Category)).Select(Line)];
    }

    /// <summary>Numbers that a row takes while it is reckoned.</summary>
    internal int Room { get; }

    /// <summary>What stands at the beginning of the room.</summary>
    internal double[] Constants { get; }

    /// <summary>One statement a node, in order.</summary>
    internal IReadOnlyList<string> Lines { get; }

    /// <summary>Declarations of the tables.</summary>
    internal IReadOnlyList<string> Fields => _fields;

    /// <summary>The place of an input.</summary>
    internal int Start(FormulaNode node) => _starts[node.Position];

    /// <summary>The places of a node as C# writes a part of a span.</summary>
    internal string Places(FormulaNode node) => string.Create(CultureInfo.InvariantCulture, $"v[{_starts[node.Position]}..{_starts[node.Position] + node.Width}]");

    private string Line(FormulaNode node)
    {
        var to = Places(node);
        var from = string.Join(", ", node.Operands.Select(Places));
        return node.Operation switch
        {
            FormulaOperation.Join => Join(node),
            FormulaOperation.Take => $"Op.Take({to}, {from}, {Table("int[]", CSharpLiterals.Of(node.Places))});",
            FormulaOperation.NormalQuantile => $"Op.NormalScore({to}, {from});",
            FormulaOperation.Lookup or FormulaOperation.Rank or FormulaOperation.Reached or FormulaOperation.Find => $"Op.{node.Operation}({to}, {from}, {Numbers(node.Numbers)});",
            FormulaOperation.Weigh => $"Op.Weigh({to}, {from}, {Numbers(node.Numbers)}, {Numbers(node.Starts)});",
            FormulaOperation.Layer => $"Op.Layer({to}, {from}, {Singles(Single(node.Numbers))}, {Singles(Single(node.Starts))});",
            FormulaOperation.Waves => $"Op.Waves({to}, {from}, {Singles(node.Waves!.Frequencies)}, {Singles(node.Waves.Phases)}, {Singles(node.Waves.Mixes)}, {Singles(node.Waves.Offsets)});",
            FormulaOperation.Trees => $"{Trees(node)}.Score({from}, {to});",
            _ => $"Op.{node.Operation}({to}, {from});",
        };
    }

    private string Join(FormulaNode node)
    {
        var copies = new List<string>();
        var next = _starts[node.Position];
        foreach (var operand in node.Operands)
        {
            copies.Add(string.Create(CultureInfo.InvariantCulture, $"{Places(operand)}.CopyTo(v[{next}..]);"));
            next += operand.Width;
        }

        return string.Join(' ', copies);
    }

    private string Trees(FormulaNode node)
    {
        var arrays = TreeArrays.Of(node.Trees!);
        var parts = string.Join(", ", CSharpLiterals.Of(arrays.Start), CSharpLiterals.Of(arrays.Divisors), CSharpLiterals.Of(arrays.Counts), CSharpLiterals.Of(arrays.Nodes), CSharpLiterals.Of(arrays.Thresholds), CSharpLiterals.Of(arrays.Sets), CSharpLiterals.Of(arrays.Leaves));
        return Table("FlatTrees", $"new({parts})");
    }

    private string Numbers(double[] numbers) => Table("double[]", CSharpLiterals.Of(numbers));

    private string Singles(float[] numbers) => Table("float[]", CSharpLiterals.Of(numbers));

    private static float[] Single(double[] numbers) => Array.ConvertAll(numbers, number => (float)number);

    /// <summary>The field of a table; tables of the same content are written once.</summary>
    private string Table(string type, string literal)
    {
        var key = $"{type} {literal}";
        if (!_tables.TryGetValue(key, out var name))
        {
            name = string.Create(CultureInfo.InvariantCulture, $"T{_tables.Count}");
            _tables.Add(key, name);
            _fields.Add($"private static readonly {type} {name} = {literal};");
        }

        return name;
    }
}
