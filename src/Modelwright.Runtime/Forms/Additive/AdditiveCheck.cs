using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Additive;

/// <summary>What has to hold of the tables of an additive model.</summary>
internal static class AdditiveCheck
{
    internal static void Check(string form, AdditiveTerms terms)
    {
        if (terms.Intercepts.Length == 0 || !SoundArrays.AreFinite(terms.Intercepts))
        {
            throw new ArtifactException($"Form '{form}' has no intercept, or one that is not finite. Make the model again.");
        }

        if (terms.Shapes.Count != terms.Inputs.Count)
        {
            throw new ArtifactException($"Form '{form}' has {terms.Shapes.Count} shapes for {terms.Inputs.Count} inputs. Give one for each.");
        }

        for (var input = 0; input < terms.Shapes.Count; input++)
        {
            CheckShape(form, terms, input);
        }

        foreach (var pair in terms.Pairs)
        {
            CheckPair(form, terms, pair);
        }
    }

    /// <summary>Bins of an input: one for what is missing, and one a level or one between any two edges and beyond them.</summary>
    internal static long Bins(FormInput input, ShapeTerm shape) => input.Type == ColumnType.Category ? input.Levels.Count + 1L : shape.Edges.Length + 2L;

    private static void CheckShape(string form, AdditiveTerms terms, int input)
    {
        var (column, shape) = (terms.Inputs[input], terms.Shapes[input]);
        var bins = Bins(column, shape);
        if (shape.Values.Length != bins * terms.Intercepts.Length || (column.Type == ColumnType.Category && shape.Edges.Length > 0))
        {
            throw new ArtifactException($"Form '{form}' has {shape.Values.Length} values and {shape.Edges.Length} edges for input '{column.Name}' of {column.Levels.Count} levels and {terms.Intercepts.Length} outputs. Give a value for each bin and output, and edges to numbers alone.");
        }

        if (!SoundArrays.AreFinite(shape.Values) || !SoundArrays.AreFinite(shape.Edges) || !SoundArrays.AreAscending(shape.Edges))
        {
            throw new ArtifactException($"A value of input '{column.Name}' of form '{form}' is not finite, or its edges do not ascend. Make the model again.");
        }
    }

    private static void CheckPair(string form, AdditiveTerms terms, PairTerm pair)
    {
        if (pair.First < 0 || pair.First >= pair.Second || pair.Second >= terms.Inputs.Count)
        {
            throw new ArtifactException($"Form '{form}' pairs input {pair.First} with input {pair.Second} of {terms.Inputs.Count}. Name two of them in ascending order, counted from 0.");
        }

        var (first, second) = (Bins(terms, pair.First), Bins(terms, pair.Second));
        var fits = pair.FirstParts.Length == first && pair.SecondParts.Length == second && AreParts(pair.FirstParts) && AreParts(pair.SecondParts)
            && pair.Values.Length == (long)pair.Rows * pair.Columns * terms.Intercepts.Length;
        if (!fits || !SoundArrays.AreFinite(pair.Values))
        {
            throw new ArtifactException($"The pair of inputs '{terms.Inputs[pair.First].Name}' and '{terms.Inputs[pair.Second].Name}' of form '{form}' has {pair.Values.Length} values for {pair.FirstParts.Length} and {pair.SecondParts.Length} bins, or one that is not finite. Give each bin a part of the table, and each cell and output a finite value.");
        }
    }

    private static long Bins(AdditiveTerms terms, int input) => Bins(terms.Inputs[input], terms.Shapes[input]);

    /// <summary>Parts count from 0 and are no more than the bins, so no table is larger than its file.</summary>
    private static bool AreParts(int[] parts)
    {
        foreach (var part in parts)
        {
            if ((uint)part >= (uint)parts.Length)
            {
                return false;
            }
        }

        return true;
    }
}
