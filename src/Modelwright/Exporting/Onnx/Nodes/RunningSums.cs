using Modelwright.Exporting.Onnx.Messages;

namespace Modelwright.Exporting.Onnx.Nodes;

/// <summary>Sums in a stated order: ONNX leaves open in which order ReduceSum and MatMul add, and says of CumSum that each sum is the one before and the next number.</summary>
internal static class RunningSums
{
    /// <summary>A total, to which numbers are added from the first to the last.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="total">Rows x 1 x sums; null to begin with the first number.</param>
    /// <param name="numbers">Rows x numbers x sums.</param>
    /// <param name="count">Numbers a sum.</param>
    /// <returns>Rows x 1 x sums.</returns>
    internal static string Last(OnnxGraph graph, string? total, string numbers, int count)
    {
        if (total is not null && count == 1)
        {
            return graph.Add("Add", total, numbers);
        }

        var parts = total is null ? numbers : graph.AddWith("Concat", [total, numbers], OnnxAttribute.Of("axis", 1));
        var sums = graph.Add("CumSum", parts, graph.Integer(1));
        return graph.AddWith("Gather", [sums, graph.Integers(total is null ? count - 1 : count)], OnnxAttribute.Of("axis", 1));
    }
}
