using Modelwright.Exporting.Onnx.Messages;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Exporting.Onnx.Nodes;

/// <summary>Which class is answered, as <see cref="AnswerRules.Choose"/> says it, to the bit.</summary>
internal static class AnswerNodes
{
    /// <summary>Adds the nodes.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="probabilities">One a class.</param>
    /// <param name="classes">The classes.</param>
    /// <param name="decision">Which class is answered; null for the most probable.</param>
    /// <returns>A text a row, in one dimension.</returns>
    internal static string Label(OnnxGraph graph, string probabilities, IReadOnlyList<string> classes, ClassDecision? decision)
    {
        var place = decision switch
        {
            { Threshold: { } threshold } => ByThreshold(graph, probabilities, threshold, decision.Positive),
            { Costs: { } costs } => ByCosts(graph, probabilities, costs, classes.Count),
            _ => First(graph, "ArgMax", probabilities),
        };
        return graph.Add("Gather", graph.Constant(new OnnxTensor([.. classes], classes.Count)), place);
    }

    private static string ByThreshold(OnnxGraph graph, string probabilities, double threshold, int positive)
    {
        var probability = Class(graph, probabilities, positive);
        var isReached = graph.Add("LessOrEqual", graph.Constant(threshold), probability);
        var place = graph.Add("Where", isReached, graph.Integers(positive), graph.Integers(1 - positive));
        return graph.Add("Reshape", place, graph.Integers(-1));
    }

    /// <summary>Expected costs are added truth by truth, so that equal ones are equal here too.</summary>
    private static string ByCosts(OnnxGraph graph, string probabilities, double[] costs, int classes)
    {
        string? sum = null;
        for (var truth = 0; truth < classes; truth++)
        {
            var own = graph.Add("Mul", Class(graph, probabilities, truth), graph.Row(costs[(truth * classes)..((truth + 1) * classes)]));
            sum = sum is null ? own : graph.Add("Add", sum, own);
        }

        return First(graph, "ArgMin", sum!);
    }

    /// <summary>The first of equals.</summary>
    private static string First(OnnxGraph graph, string operation, string values) =>
        graph.AddWith(operation, [values], OnnxAttribute.Of("axis", 1), OnnxAttribute.Of("keepdims", 0));

    private static string Class(OnnxGraph graph, string probabilities, int place) =>
        graph.AddWith("Gather", [probabilities, graph.Integers(place)], OnnxAttribute.Of("axis", 1));
}
