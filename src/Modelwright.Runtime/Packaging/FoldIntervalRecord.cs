using Modelwright.Core.Artifacts;
using Modelwright.Runtime.Numerics;
using Modelwright.Runtime.Packaging.Records;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Runtime.Packaging;

/// <summary>How a rule for intervals by folds is stored among the rules of a model, from format version 4 on.</summary>
internal static class FoldIntervalRecord
{
    private const string Flag = "fold_intervals";

    internal static void Write(IArtifactWriter part, FoldIntervalRule rule)
    {
        part.Flag(Flag, true);
        part.Number("fold_level", rule.Level);
        part.Number("fold_beyond", rule.Beyond);
        part.Integers("fold_counts", [.. rule.Folds.Select(fold => fold.Sizes.Length)]);
        part.Numbers("fold_sizes", [.. rule.Folds.SelectMany(fold => fold.Sizes)]);
        part.Numbers("fold_weights", [.. rule.Folds.SelectMany(fold => fold.Weights)]);
        part.Numbers("fold_at", rule.At);
        part.Numbers("fold_scale", rule.Scale);
    }

    internal static FoldIntervalRule? Read(RecordReader part, ushort version)
    {
        if (version < 4)
        {
            return part.Holds(Flag) ? throw PackageFile.Damaged($"it claims format version {version}, and its model has a rule of version 4") : null;
        }

        return part.Flag(Flag)
            ? new()
            {
                Level = part.Number("fold_level"),
                Beyond = part.Number("fold_beyond"),
                Folds = Folds(part.Integers("fold_counts"), part.Numbers("fold_sizes"), part.Numbers("fold_weights")),
                At = part.Numbers("fold_at"),
                Scale = part.Numbers("fold_scale"),
            }
            : null;
    }

    private static FoldResiduals[] Folds(int[] counts, double[] sizes, double[] weights)
    {
        var total = SoundArrays.Total(counts);
        if (total != sizes.Length || total != weights.Length)
        {
            throw PackageFile.Damaged(FormattableString.Invariant($"the rules of its model claim {counts.Length} folds, whose residuals do not add up to {sizes.Length} distances and {weights.Length} weights"));
        }

        var (folds, from) = (new FoldResiduals[counts.Length], 0);
        for (var fold = 0; fold < folds.Length; from += counts[fold++])
        {
            folds[fold] = new(sizes[from..(from + counts[fold])], weights[from..(from + counts[fold])]);
        }

        return folds;
    }
}
