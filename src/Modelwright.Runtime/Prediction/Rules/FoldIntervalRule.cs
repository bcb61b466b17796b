using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Prediction.Rules;

/// <summary>
/// The interval of a bag of fold models: each row of training says where the truth may lie, at the answer of the model that had not
/// seen it and as far from it as that model was from that row. Where the models disagree, the interval is wider.
/// </summary>
/// <remarks>
/// Source: Barber, Candès, Ramdas and Tibshirani 2021, "Predictive inference with the jackknife+", section 1.3 (CV+), with rows of
/// any weight and with residuals in units of a scale. Here the interval also holds the answer itself, which the models of the most
/// folds alone may leave outside.
/// </remarks>
public sealed record FoldIntervalRule
{
    /// <summary>More models than these are never bagged.</summary>
    private const int MostFolds = 60;

    /// <summary>How often the true number is to be in the interval, over rows like those of training; from 0.5 on and below 1.</summary>
    public required double Level { get; init; }

    /// <summary>Of the weight of all residuals, how much may lie beyond either end; 0 or more, at most half of it.</summary>
    public required double Beyond { get; init; }

    /// <summary>The residuals of each model, in the order of the members of the form.</summary>
    public required IReadOnlyList<FoldResiduals> Folds { get; init; }

    /// <summary>Answered numbers at which the scale is known, ascending; none where the scale is 1 everywhere.</summary>
    public double[] At { get; init; } = [];

    /// <summary>The scale there, in the unit of the target, above 0.</summary>
    public double[] Scale { get; init; } = [];

    /// <summary>The interval of one row.</summary>
    /// <param name="answers">What each model answers, one a fold.</param>
    /// <param name="answer">What the bag answers.</param>
    /// <returns>Its two ends, in the unit of the target.</returns>
    public Interval Around(ReadOnlySpan<double> answers, double answer)
    {
        Span<double> scales = stackalloc double[MostFolds];
        for (var fold = 0; fold < answers.Length; fold++)
        {
            scales[fold] = ScaleLine.At(At, Scale, answers[fold]);
        }

        return new(Math.Min(answer, -End(answers, scales, -1)), Math.Max(answer, End(answers, scales, 1)));
    }

    /// <summary>
    /// The smallest number that all but <see cref="Beyond"/> of the weight stay within, looking up (side 1) or down (side -1). Residuals
    /// are taken from the furthest on, of all folds in one order, until too much would be left outside.
    /// </summary>
    private double End(ReadOnlySpan<double> answers, ReadOnlySpan<double> scales, double side)
    {
        Span<int> next = stackalloc int[MostFolds];
        for (var fold = 0; fold < answers.Length; fold++)
        {
            next[fold] = Folds[fold].Sizes.Length - 1;
        }

        var outside = 0.0;
        while (true)
        {
            var (furthest, reach) = (-1, double.NegativeInfinity);
            for (var fold = 0; fold < answers.Length; fold++)
            {
                if (next[fold] >= 0 && (side * answers[fold]) + (Folds[fold].Sizes[next[fold]] * scales[fold]) is var far && (furthest < 0 || far > reach))
                {
                    (furthest, reach) = (fold, far);
                }
            }

            outside += Folds[furthest].Weights[next[furthest]];
            if (outside > Beyond)
            {
                return Math.Clamp(reach, -double.MaxValue, double.MaxValue);
            }

            next[furthest]--;
        }
    }

    /// <summary>What is wrong with it; null where it is sound.</summary>
    /// <returns>A sentence without its end, or null.</returns>
    public string? Fault()
    {
        var isSound = Level is >= 0.5 and < 1 && Beyond >= 0 && Folds.Count is >= 2 and <= MostFolds && ScaleLine.IsSound(At, Scale);
        var weight = 0.0;
        for (var fold = 0; isSound && fold < Folds.Count; fold++)
        {
            isSound = Folds[fold].IsSound();
            weight += SoundArrays.Sum(Folds[fold].Weights);
        }

        return isSound && double.IsFinite(weight) && weight > 0 && Beyond <= weight / 2
            ? null
            : $"a rule for intervals by folds has a level from 0.5 on and below 1, 2 to {MostFolds} folds of at most {FoldResiduals.MostSizes} ascending distances of 0 or more, each with a weight above 0, at most half of all weight beyond an end, and at most {ScaleLine.MostPoints} ascending points, each with a scale above 0";
    }

    /// <summary>Whether nothing in it differs from another.</summary>
    /// <param name="other">Another rule.</param>
    /// <returns>True where both are alike.</returns>
    public bool Equals(FoldIntervalRule? other) =>
        other is not null && Level == other.Level && Beyond == other.Beyond && Folds.SequenceEqual(other.Folds) && At.AsSpan().SequenceEqual(other.At) && Scale.AsSpan().SequenceEqual(other.Scale);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Level, Beyond, Folds.Count);
}
