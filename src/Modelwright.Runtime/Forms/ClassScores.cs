using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms;

/// <summary>Turns raw scores into probabilities, and says which numbers of scores and classes go together.</summary>
internal static class ClassScores
{
    internal static void Check(string form, IReadOnlyList<string> classes, ProbabilityLink link, int outputs)
    {
        if (classes.Count == 0 || new HashSet<string>(classes, StringComparer.Ordinal).Count != classes.Count)
        {
            throw new ArtifactException($"Form '{form}' has no class, or one class twice. Name each class once.");
        }

        var fits = link switch
        {
            ProbabilityLink.Identity => outputs == classes.Count || (outputs == 1 && classes.Count == 2),
            ProbabilityLink.Logistic => outputs == 1 && classes.Count == 2,
            ProbabilityLink.Softmax => outputs == classes.Count,
            _ => false,
        };
        if (!fits)
        {
            throw new ArtifactException($"Form '{form}' has {outputs} scores a row for {classes.Count} classes, which link '{link}' cannot turn into probabilities. Give one score a class, or one score for two classes.");
        }
    }

    /// <summary>Scores [rows x outputs] to probabilities [rows x classes]; the two may be the same memory where they have the same size.</summary>
    internal static void ToProbabilities(ReadOnlySpan<double> scores, Span<double> output, int classes, ProbabilityLink link)
    {
        if (scores.Length != output.Length)
        {
            OneScore(scores, output, link);
            return;
        }

        scores.CopyTo(output);
        for (var start = 0; start < output.Length; start += classes)
        {
            var row = output.Slice(start, classes);
            if (link == ProbabilityLink.Softmax)
            {
                Powers(row);
            }

            ScaleToOne(row);
        }
    }

    private static void OneScore(ReadOnlySpan<double> scores, Span<double> output, ProbabilityLink link)
    {
        for (var row = 0; row < scores.Length; row++)
        {
            var second = link == ProbabilityLink.Logistic ? PortableMath.Sigmoid(scores[row]) : Math.Clamp(scores[row], 0, 1);
            output[2 * row] = 1 - second;
            output[(2 * row) + 1] = second;
        }
    }

    private static void Powers(Span<double> row)
    {
        var largest = double.NegativeInfinity;
        foreach (var score in row)
        {
            largest = Math.Max(largest, score);
        }

        for (var place = 0; place < row.Length; place++)
        {
            row[place] = PortableMath.Exp(row[place] - largest);
        }
    }

    /// <summary>What is below 0 counts as 0; a row without anything above 0 has the same share for each class.</summary>
    internal static void ScaleToOne(Span<double> row)
    {
        var largest = 0.0;
        foreach (var share in row)
        {
            largest = Math.Max(largest, share);
        }

        var sum = 0.0;
        for (var place = 0; place < row.Length; place++)
        {
            // Dividing by the largest first keeps the sum within range whatever the scores.
            row[place] = largest > 0 ? Math.Max(0, row[place]) / largest : 1;
            sum += row[place];
        }

        for (var place = 0; place < row.Length; place++)
        {
            row[place] /= sum;
        }
    }
}
