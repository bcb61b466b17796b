using Modelwright.Measures;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Validation.Conformal;

/// <summary>
/// Learns prediction intervals that keep the residuals of each fold apart (CV+), in the unit of the target or, where that is
/// narrower, in units of a scale over the answered number.
/// </summary>
/// <remarks>
/// Source: Barber, Candès, Ramdas and Tibshirani 2021, "Predictive inference with the jackknife+". Where a fold has many residuals they
/// are grouped, and each group is as large as its largest; every one is rounded up to twelve binary places, so that none of a row's own
/// numbers stands in the package. Both make an interval that holds the one of all residuals.
/// </remarks>
internal static class FoldIntervalFit
{
    /// <summary>Under this many rows a choice among ways would fit their chance.</summary>
    private const int FewestForChoice = 200;

    /// <summary>A way that is less plain must win this share of the width.</summary>
    private const double LeastGain = 0.01;

    /// <summary>Distances kept of a fold, most of them where the ends of intervals lie.</summary>
    private const int InnerGroups = 50;
    private const int OuterGroups = 150;

    /// <summary>Bits of a number that rounding up takes away; twelve binary places are left.</summary>
    private const long RoundedBits = (1L << 40) - 1;

    /// <summary>Learns.</summary>
    /// <param name="answers">Out-of-fold answers with their truth.</param>
    /// <param name="folds">The fold of each, from 0 without a gap: the member of the form that had not seen it.</param>
    /// <param name="level">How often the truth is to be held; 0.5 or more.</param>
    /// <returns>The rule; null where there are too few rows for the level, or only one fold.</returns>
    public static FoldIntervalRule? Fit(NumberAnswers answers, int[] folds, double level)
    {
        var beyond = Beyond(answers, level);
        var count = folds.Length == 0 ? 0 : folds.Max() + 1;
        if (!(beyond >= 0) || count < 2)
        {
            return null;
        }

        var (sizes, scale) = Sizes(answers, folds, level);
        return new()
        {
            Level = level,
            Beyond = beyond,
            Folds = [.. Enumerable.Range(0, count).Select(fold => Grouped([.. Enumerable.Range(0, folds.Length).Where(row => folds[row] == fold && answers.Weight(row) > 0)], sizes, answers, level))],
            At = scale.Answers,
            Scale = scale.Sizes,
        };
    }

    /// <summary>What a person is told where no row is new to all fold models.</summary>
    public static string Unmeasured(double level) => FormattableString.Invariant(
        $"How often the intervals hold the truth was not measured: all fold models but one have seen each row, so no row is new to them all. By proof 'cv_plus' holds it in at least {(2 * level) - 1:0.###} of the rows to come, less the root of 2 over the rows, and usually in about {level:0.###}. Name rows with --test-rows or --test, or choose --validation holdout, to measure it.");

    /// <summary>The new row counts as one more that is missed; sums of shares such as 0.9 x 10 are a rounding away from whole numbers.</summary>
    private static double Beyond(NumberAnswers answers, double level)
    {
        var (total, rows) = (0.0, 0);
        for (var row = 0; row < answers.Count; row++)
        {
            total += answers.Weight(row);
            rows += answers.Weight(row) > 0 ? 1 : 0;
        }

        return total - (level * (total + (total / Math.Max(1, rows))) * (1 - 1e-12));
    }

    /// <summary>The distance of each row from its out-of-fold answer, in units of the scale that makes the narrower intervals.</summary>
    private static (double[] Sizes, ResidualScale Scale) Sizes(NumberAnswers answers, int[] folds, double level)
    {
        var plain = Array.ConvertAll(IntervalFit.Residuals(answers), Math.Abs);
        if (answers.Count < FewestForChoice)
        {
            return (plain, new([], []));
        }

        var scale = ResidualScale.Fit(answers);
        var scaled = Array.ConvertAll(IntervalFit.Scaled(answers, IntervalFit.Residuals(answers), folds), Math.Abs);
        return Reach(scaled, answers, level) * MeanOf(scale, answers) < (1 - LeastGain) * Reach(plain, answers, level) ? (scaled, scale) : (plain, new([], []));
    }

    private static double Reach(double[] sizes, NumberAnswers answers, double level) => ConformalQuantile.Of(sizes, answers.Weights, level);

    private static double MeanOf(ResidualScale scale, NumberAnswers answers)
    {
        var (sum, total) = (0.0, 0.0);
        for (var row = 0; row < answers.Count; row++)
        {
            sum += answers.Weight(row) * scale.At(answers.Predicted[row]);
            total += answers.Weight(row);
        }

        return sum / total;
    }

    /// <summary>The residuals of a fold, finest where they may be an end: there twice the misses have three quarters of the groups.</summary>
    private static FoldResiduals Grouped(int[] rows, double[] sizes, NumberAnswers answers, double level)
    {
        Array.Sort(rows, (one, other) => sizes[one].CompareTo(sizes[other]) is var sign and not 0 ? sign : one - other);
        var total = rows.Sum(answers.Weight);
        var inner = Math.Max(0, 1 - (2 * (1 - level)));
        var (kept, weights, last, before) = (new List<double>(), new List<double>(), -1, 0.0);
        for (var place = 0; place < rows.Length; place++)
        {
            var (row, share) = (rows[place], before / total);
            var group = rows.Length <= InnerGroups + OuterGroups ? place
                : share < inner ? (int)(share / inner * InnerGroups)
                : InnerGroups + (int)((share - inner) / (1 - inner) * OuterGroups);
            var size = RoundedUp(sizes[row]);
            if (weights.Count > 0 && (group == last || size == kept[^1]))
            {
                (kept[^1], weights[^1]) = (size, weights[^1] + answers.Weight(row));
            }
            else
            {
                kept.Add(size);
                weights.Add(answers.Weight(row));
            }

            (last, before) = (group, before + answers.Weight(row));
        }

        return new([.. kept], [.. weights]);
    }

    private static double RoundedUp(double size) =>
        Math.Min(double.MaxValue, BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(size) + RoundedBits) & ~RoundedBits));
}
