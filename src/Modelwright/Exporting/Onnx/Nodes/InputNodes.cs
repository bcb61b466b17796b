using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Exporting.Onnx.Messages;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Exporting.Onnx.Nodes;

/// <summary>Columns as inputs of the graph: a number of NaN is missing, a text that is empty too.</summary>
internal static class InputNodes
{
    /// <summary>Adds an input and what makes a number of it.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="input">A number or a category.</param>
    /// <returns>The number, NaN where it is missing; or the code, as <see cref="FormulaOperation.Category"/>.</returns>
    internal static string Add(OnnxGraph graph, FormulaInput input) => input.Type == ColumnType.Category ? Code(graph, input) : Number(graph, input);

    /// <summary>An infinite number is missing, as it is at the door of a package.</summary>
    private static string Number(OnnxGraph graph, FormulaInput input)
    {
        var missing = graph.Constant(double.NaN);
        var number = graph.Input(input.Name, OnnxElement.Number);
        number = graph.Add("Where", graph.Add("LessOrEqual", graph.Add("Abs", number), graph.Constant(double.MaxValue)), number, missing);
        foreach (var marker in input.MissingMarkers)
        {
            if (double.TryParse(marker, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
            {
                number = graph.Add("Where", graph.Add("Equal", number, graph.Constant(value)), missing, number);
            }
        }

        return number;
    }

    private static string Code(OnnxGraph graph, FormulaInput input)
    {
        var codes = new OrderedDictionary<string, long>(StringComparer.Ordinal) { [""] = -1 };
        foreach (var marker in input.MissingMarkers)
        {
            codes.TryAdd(marker, -1);
        }

        for (var level = 0; level < input.Levels.Count; level++)
        {
            codes.TryAdd(input.Levels[level], level);
        }

        var code = graph.AddLearned(
            "LabelEncoder",
            graph.Input(input.Name, OnnxElement.Text),
            OnnxAttribute.Of("keys_strings", codes.Keys),
            OnnxAttribute.Of("values_int64s", [.. codes.Values]),
            OnnxAttribute.Of("default_int64", input.Levels.Count));
        return graph.Cast(code, OnnxElement.Number);
    }
}
