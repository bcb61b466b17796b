using Modelwright.Exporting.Onnx.Messages;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Exporting.Onnx.Nodes;

/// <summary>Sums of cosines that belong together: a network has some for each of its numbers, and they are reckoned at once, so that a graph does not grow with the numbers.</summary>
/// <param name="nodes">All nodes of the formula.</param>
internal sealed class WaveGroups(IReadOnlyList<FormulaNode> nodes)
{
    private readonly ILookup<(int Source, int Cosines, int Sums), FormulaNode> _groups = nodes.Where(node => node.Operation == FormulaOperation.Waves).ToLookup(Key);

    /// <summary>The value that the numbers of a group are places of.</summary>
    internal static FormulaNode Source(FormulaNode node) => node.Operands[0] is { Operation: FormulaOperation.Take } taken ? taken.Operands[0] : node.Operands[0];

    /// <summary>Reckons the group that a node is in.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="node">The first of its group that is asked for.</param>
    /// <param name="source">The value of <see cref="Source"/>, in single precision.</param>
    /// <returns>All nodes of the group, and the name of what each makes.</returns>
    internal IEnumerable<(FormulaNode Node, string Name)> Add(OnnxGraph graph, FormulaNode node, string source)
    {
        FormulaNode[] group = [.. _groups[Key(node)]];
        var numbers = graph.AddWith("Gather", [source, graph.Integers([.. group.Select(own => (long)Place(own))])], OnnxAttribute.Of("axis", 1));
        var sums = SingleNodes.Waves(graph, numbers, [.. group.Select(own => own.Waves!)]);
        for (var place = 0; place < group.Length; place++)
        {
            yield return (group[place], graph.AddWith("Gather", [sums, graph.Integer(place)], OnnxAttribute.Of("axis", 1)));
        }
    }

    private static (int Source, int Cosines, int Sums) Key(FormulaNode node) => (Source(node).Position, node.Waves!.Count, node.Waves.Width);

    private static int Place(FormulaNode node) => node.Operands[0] is { Operation: FormulaOperation.Take } taken ? taken.Places[0] : 0;
}
