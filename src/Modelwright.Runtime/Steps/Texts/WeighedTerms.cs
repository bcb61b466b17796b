using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Steps.Texts;

/// <summary>The terms that a step knows of a column of texts, and how much each stands out in a text. Immutable and safe from any thread.</summary>
internal sealed class WeighedTerms
{
    private readonly double[] _weights;
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly bool _pairs;
    private readonly bool _sublinear;

    private WeighedTerms(string step, string input, (IReadOnlyList<string> Terms, double[] Weights) learned, (bool Pairs, bool Sublinear) settings)
    {
        (Terms, _weights) = learned;
        (_pairs, _sublinear) = settings;
        for (var position = 0; position < Terms.Count; position++)
        {
            if (!_positions.TryAdd(Terms[position], position))
            {
                throw new ArtifactException($"Step '{step}' lists term '{Terms[position]}' twice for column '{input}'. Make the file again.");
            }
        }
    }

    /// <summary>The terms, in ordinal order as learned.</summary>
    internal IReadOnlyList<string> Terms { get; }

    /// <summary>Number of terms.</summary>
    internal int Count => Terms.Count;

    internal static WeighedTerms Learn(string step, TextColumn column, TfIdf settings, CancellationToken cancellation) =>
        new(step, column.Name, Vocabulary.Learn(column, settings, cancellation), (settings.Pairs, settings.Sublinear));

    internal static WeighedTerms Read(string step, string input, IArtifactReader part)
    {
        var terms = part.Texts("terms");
        var weights = part.Numbers("weights");
        ColumnCheck.Count(step, input, "weights", weights.Length, terms.Count);
        foreach (var weight in weights)
        {
            ColumnCheck.Finite(step, input, "weight", weight);
        }

        return new(step, input, (terms, weights), (part.Flag("pairs"), part.Flag("sublinear")));
    }

    /// <summary>Room to count the terms of texts, for one thread.</summary>
    internal TermCounts Counter() => new(_positions, _pairs);

    internal void Write(IArtifactWriter writer)
    {
        writer.Texts("terms", Terms);
        writer.Numbers("weights", _weights);
        writer.Flag("pairs", _pairs);
        writer.Flag("sublinear", _sublinear);
    }

    /// <summary>Turns the counts of a text into weights and gives the length of their vector.</summary>
    internal double Weigh(TermCounts counts, string text)
    {
        counts.Count(text);
        var squares = 0.0;
        foreach (var term in counts.Found)
        {
            var count = counts[term];
            var weight = (_sublinear && count > 1 ? 1 + PortableMath.Log(count) : count) * _weights[term];
            counts[term] = weight;
            squares += weight * weight;
        }

        return Math.Sqrt(squares);
    }
}
