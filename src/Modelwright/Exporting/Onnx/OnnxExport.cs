using System.Globalization;
using System.Text.Json;
using Modelwright.Exporting.Onnx.Messages;
using Modelwright.Exporting.Onnx.Nodes;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Exporting.Onnx;

/// <summary>
/// Writes models as ONNX graphs: one input a column, named as it is, of rows x 1; for classes the outputs 'label' and 'probabilities', for a number 'value'. All numbers are
/// in double precision. The same formula and header give the same bytes.
/// </summary>
/// <remarks>Source: ONNX 1.16, file version 10, operations ai.onnx 21 and ai.onnx.ml 5. Without state and safe from any thread.</remarks>
public static class OnnxExport
{
    /// <summary>Stored as 'format', so that a reader may tell what the inputs and outputs mean.</summary>
    private const string Format = "modelwright-graph-1";

    /// <summary>A protobuf message has less than 2 GiB: its readers count in 32 bits with a sign.</summary>
    private const long MostBytes = int.MaxValue;

    /// <summary>Writes a graph.</summary>
    /// <param name="formula">The model.</param>
    /// <param name="header">What is said of it.</param>
    /// <param name="to">Where to; it is not closed. Nothing is written where there are gaps.</param>
    /// <param name="cancellation">Asks to end; what was written by then is no graph.</param>
    /// <returns>The parts that cannot be written as a graph; empty where it was written.</returns>
    /// <exception cref="ArgumentException">The formula does not hang together, or the rules are not those of its classes.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static IReadOnlyList<FormulaGap> Write(Formula formula, OnnxHeader header, Stream to, CancellationToken cancellation = default) =>
        Write(formula, header, to, MostBytes, cancellation);

    /// <summary>Finds what cannot be written, and writes nothing; the graph is made for it, as its size tells too.</summary>
    /// <param name="formula">The model.</param>
    /// <param name="header">What is said of it.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>What <see cref="Write(Formula, OnnxHeader, Stream, CancellationToken)"/> would return.</returns>
    /// <exception cref="ArgumentException">As there.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static IReadOnlyList<FormulaGap> Gaps(Formula formula, OnnxHeader header, CancellationToken cancellation = default) => Made(formula, header, MostBytes, cancellation).Gaps;

    /// <summary>The same as the public one with the most bytes of a file given, so that the refusal can be tested.</summary>
    internal static IReadOnlyList<FormulaGap> Write(Formula formula, OnnxHeader header, Stream to, long mostBytes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(to);
        var (file, gaps) = Made(formula, header, mostBytes, cancellation);
        file?.Write(to, cancellation);
        return gaps;
    }

    private static (ProtobufMessage? File, IReadOnlyList<FormulaGap> Gaps) Made(Formula formula, OnnxHeader header, long mostBytes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(header);
        Check(formula, header);
        if (OnnxGaps.Of(formula) is { Count: > 0 } gaps)
        {
            return (null, gaps);
        }

        var file = File(formula, header, cancellation);
        return file.Length <= mostBytes
            ? (file, [])
            : (null, [new("the whole model", string.Create(CultureInfo.InvariantCulture, $"its graph takes {file.Length:N0} bytes, and an ONNX file has {mostBytes:N0} at most; use a smaller model, or the package"))]);
    }

    private static void Check(Formula formula, OnnxHeader header)
    {
        if (formula.Answer.Width != Math.Max(1, formula.Classes.Count))
        {
            throw new ArgumentException($"The formula answers {formula.Answer.Width} numbers a row for {formula.Classes.Count} classes. Give one number, or a probability a class.", nameof(formula));
        }

        if (header.Rules.Fault(formula.Classes.Count) is { } fault)
        {
            throw new ArgumentException($"The rules of the header do not fit the formula: {fault}. Take those of the same package.", nameof(header));
        }
    }

    private static ProtobufMessage File(Formula formula, OnnxHeader header, CancellationToken cancellation)
    {
        var names = OnnxNames.Beside(formula.Inputs);
        var graph = new OnnxGraph(names.Prefix);
        var nodes = new FormulaNodes(graph, formula);
        foreach (var node in formula.Nodes)
        {
            cancellation.ThrowIfCancellationRequested();
            nodes.Add(node);
        }

        var answer = nodes.Value(formula.Answer);
        AddOutputs(graph, answer.HasRows ? answer.Name : graph.ForEachRow(answer.Name), formula.Classes, header, names);
        return OnnxModel.File((header.Producer, header.ProducerVersion), Note(formula, header, names), Metadata(formula, header), graph.Message("modelwright"));
    }

    private static void AddOutputs(OnnxGraph graph, string answer, IReadOnlyList<string> classes, OnnxHeader header, OnnxNames names)
    {
        if (classes.Count == 0)
        {
            graph.Output(names.Value, answer, OnnxElement.Number, 1);
            return;
        }

        graph.Output(names.Label, AnswerNodes.Label(graph, answer, classes, header.Rules.Decision), OnnxElement.Text, null);
        graph.Output(names.Probabilities, answer, OnnxElement.Number, classes.Count);
    }

    private static string Note(Formula formula, OnnxHeader header, OnnxNames names)
    {
        var outputs = formula.Classes.Count == 0
            ? $"Output '{names.Value}' is the answered number."
            : $"Output '{names.Label}' is the answered class, '{names.Probabilities}' a probability for each class of the metadata entry 'classes'.";
        return $"Model {header.ModelId}. Each input is a column of rows x 1: numbers in double precision, NaN where missing; texts, empty where missing. {outputs}";
    }

    private static IEnumerable<(string Key, string Value)> Metadata(Formula formula, OnnxHeader header)
    {
        yield return ("format", Format);
        yield return ("model_id", header.ModelId);
        yield return ("task", header.Task);
        yield return ("target", header.Target);
        if (formula.Classes.Count == 0)
        {
            yield break;
        }

        yield return ("classes", JsonSerializer.Serialize(formula.Classes));
        if (header.Rules.Decision is { } decision)
        {
            yield return ("decision_for", decision.For);
        }

        if (header.Rules.Decision is { Threshold: { } threshold, Positive: var positive })
        {
            yield return ("positive", formula.Classes[positive]);
            yield return ("threshold", threshold.ToString("R", CultureInfo.InvariantCulture));
        }
    }
}
