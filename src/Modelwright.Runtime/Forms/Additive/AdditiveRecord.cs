using Modelwright.Core.Artifacts;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Additive;

/// <summary>How the tables of an additive model are stored: those of all terms one after another. Docs: docs/forms.md.</summary>
internal static class AdditiveRecord
{
    internal static void Write(IArtifactWriter writer, AdditiveTerms terms)
    {
        ArgumentNullException.ThrowIfNull(writer);
        InputRecord.Write(writer, terms.Inputs);
        writer.Numbers("intercepts", terms.Intercepts);
        writer.Integers("edge_counts", [.. terms.Shapes.Select(shape => shape.Edges.Length)]);
        writer.Numbers("edges", [.. terms.Shapes.SelectMany(shape => shape.Edges)]);
        writer.Integers("value_counts", [.. terms.Shapes.Select(shape => shape.Values.Length)]);
        writer.Numbers("values", [.. terms.Shapes.SelectMany(shape => shape.Values)]);
        writer.Integers("pairs", [.. terms.Pairs.SelectMany(pair => (int[])[pair.First, pair.Second])]);
        writer.Integers("part_counts", [.. terms.Pairs.SelectMany(pair => (int[])[pair.FirstParts.Length, pair.SecondParts.Length])]);
        writer.Integers("parts", [.. terms.Pairs.SelectMany(pair => pair.FirstParts.Concat(pair.SecondParts))]);
        writer.Integers("cell_counts", [.. terms.Pairs.Select(pair => pair.Values.Length)]);
        writer.Numbers("cells", [.. terms.Pairs.SelectMany(pair => pair.Values)]);
    }

    internal static AdditiveTerms Read(IArtifactReader reader)
    {
        var inputs = InputRecord.Read(reader);
        var edges = new Pieces<double>("edges", reader.Integers("edge_counts"), reader.Numbers("edges"));
        var values = new Pieces<double>("values", reader.Integers("value_counts"), reader.Numbers("values"));
        if (edges.Count != values.Count)
        {
            throw new ArtifactException($"The additive model has edges of {edges.Count} shapes and values of {values.Count}; they must agree. Make the file again.");
        }

        var shapes = new ShapeTerm[edges.Count];
        for (var shape = 0; shape < shapes.Length; shape++)
        {
            shapes[shape] = new(edges.Next(), values.Next());
        }

        return new(inputs, shapes, ReadPairs(reader), reader.Numbers("intercepts"));
    }

    private static PairTerm[] ReadPairs(IArtifactReader reader)
    {
        var named = reader.Integers("pairs");
        var parts = new Pieces<int>("parts", reader.Integers("part_counts"), reader.Integers("parts"));
        var cells = new Pieces<double>("cells", reader.Integers("cell_counts"), reader.Numbers("cells"));
        if (named.Length != 2L * cells.Count || parts.Count != named.Length)
        {
            throw new ArtifactException($"The additive model names {named.Length} inputs of pairs, with {parts.Count} lists of parts and {cells.Count} tables; each pair has two of each but one table. Make the file again.");
        }

        var pairs = new PairTerm[cells.Count];
        for (var pair = 0; pair < pairs.Length; pair++)
        {
            pairs[pair] = new(named[2 * pair], named[(2 * pair) + 1], parts.Next(), parts.Next(), cells.Next());
        }

        return pairs;
    }

    /// <summary>One array cut into pieces of stated lengths, first to last.</summary>
    private sealed class Pieces<T>
    {
        private readonly int[] _counts;
        private readonly T[] _all;
        private int _piece;
        private int _start;

        internal Pieces(string name, int[] counts, T[] all)
        {
            if (SoundArrays.Total(counts) != all.Length)
            {
                throw new ArtifactException($"The additive model's '{name}' are {all.Length}, which is not what its {counts.Length} counts add up to. Make the file again.");
            }

            (_counts, _all) = (counts, all);
        }

        internal int Count => _counts.Length;

        internal T[] Next()
        {
            var piece = _all.AsSpan(_start, _counts[_piece]).ToArray();
            _start += _counts[_piece++];
            return piece;
        }
    }
}
