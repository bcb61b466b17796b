using System.Text;
using Modelwright.Core.Data;
using Modelwright.Exporting.Onnx.Nodes;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Exporting.Onnx;

/// <summary>Finds what of a formula has no place in a graph, before anything is written.</summary>
internal static class OnnxGaps
{
    /// <summary>All parts that cannot be written, each once, in the order of the formula.</summary>
    internal static List<FormulaGap> Of(Formula formula)
    {
        var gaps = new List<FormulaGap>();
        foreach (var input in formula.Inputs)
        {
            if (Fault(input) is { } fault)
            {
                gaps.Add(new($"column '{input.Name}'", fault));
            }
        }

        foreach (var operation in formula.Nodes.Select(node => node.Operation).Distinct().Where(operation => !FormulaNodes.Knows(operation)))
        {
            gaps.Add(new($"operation '{operation}'", "ONNX has no operation for it"));
        }

        if (!formula.Classes.All(IsWhole))
        {
            gaps.Add(new("the classes", "a name among them is no valid Unicode text"));
        }

        return gaps;
    }

    private static string? Fault(FormulaInput input) =>
        input.Type is not (ColumnType.Number or ColumnType.Category) ? "only numbers and categories can be inputs of a graph"
        : input.Name.Length == 0 ? "an input of a graph needs a name"
        : !IsWhole(input.Name) || !input.Levels.All(IsWhole) || !input.MissingMarkers.All(IsWhole) ? "its name or one of its values is no valid Unicode text"
        : null;

    /// <summary>Whether a text can be written in UTF-8 without loss.</summary>
    private static bool IsWhole(string text)
    {
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }
}
