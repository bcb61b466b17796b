namespace Modelwright.Onnx;

/// <summary>How far the answers of a graph are from those of the package.</summary>
/// <param name="Rows">Rows that were compared.</param>
/// <param name="Absolute">The largest difference of two numbers, or of two probabilities; NaN where one side alone has no number.</param>
/// <param name="Relative">The largest difference through the larger of the two sizes; 0 where both are equal, NaN where one side alone has no number.</param>
/// <param name="Labels">Rows whose answered class is another; 0 where numbers are answered.</param>
public sealed record OnnxDifference(int Rows, double Absolute, double Relative, int Labels)
{
    /// <summary>Compares answers.</summary>
    /// <param name="graph">Those of the graph.</param>
    /// <param name="expected">Those of the package, in the same order.</param>
    /// <param name="labels">The classes that the package answers; empty for numbers.</param>
    /// <returns>The largest differences.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static OnnxDifference Between(OnnxAnswers graph, ReadOnlySpan<double> expected, IReadOnlyList<string> labels)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(labels);
        if (graph.Outputs.Length != expected.Length || graph.Labels.Length != labels.Count)
        {
            throw new ArgumentException($"The graph answered {graph.Outputs.Length} numbers and {graph.Labels.Length} classes, and {expected.Length} and {labels.Count} are expected. Ask both for the same rows.", nameof(expected));
        }

        var (absolute, relative) = (0.0, 0.0);
        for (var place = 0; place < expected.Length; place++)
        {
            var (own, other) = (graph.Outputs[place], expected[place]);
            if (own != other && !(double.IsNaN(own) && double.IsNaN(other)))
            {
                var apart = Math.Abs(own - other);
                absolute = Math.Max(absolute, apart);
                relative = Math.Max(relative, apart / Math.Max(Math.Abs(own), Math.Abs(other)));
            }
        }

        var changed = graph.Labels.Zip(labels).Count(pair => pair.First != pair.Second);
        var rows = labels.Count > 0 ? labels.Count : expected.Length;
        return new(rows, absolute, relative, changed);
    }
}
