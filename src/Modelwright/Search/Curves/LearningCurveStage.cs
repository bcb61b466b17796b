using Modelwright.Core.Errors;
using Modelwright.Measures;
using Modelwright.Recording;
using Modelwright.Validation;
using Modelwright.Validation.Curves;

namespace Modelwright.Search.Curves;

/// <summary>Fits the best single setting of a search on growing parts of its rows, each part within the next.</summary>
internal sealed class LearningCurveStage(AnswerKind kind, IMetric metric, RunClock clock, long featureMemory)
{
    /// <summary>Share of a budget that a search leaves for it.</summary>
    public const double BudgetShare = 0.15;

    /// <summary>Parts of the training rows beside all of them, whose score the search knows.</summary>
    private static readonly double[] Shares = [0.125, 0.25, 0.5];
    private const int FewestRows = 30;
    private const int FewestPoints = 3;

    /// <summary>Draws the curve.</summary>
    /// <param name="outcome">What the search found.</param>
    /// <param name="rows">The rows it worked with.</param>
    /// <param name="limits">What the fits may use; those that the clock ends are left out.</param>
    /// <param name="seed">Chance of the parts.</param>
    /// <returns>The curve, or why there is none.</returns>
    public (EvidenceLearningCurve? Curve, string? Warning) Draw(SearchOutcome outcome, LabelledRows rows, FitLimits limits, int seed)
    {
        var partition = outcome.Partition;
        var best = outcome.Trials.First(trial => !trial.IsEvidenceOnly);
        var covered = rows.Take(partition.Covered);
        var points = new List<(int Rows, Answers Answers)>();
        foreach (var share in Shares.Where(share => share * Typical(partition) >= FewestRows))
        {
            if (clock.IsLimited && clock.Left < share * best.Seconds)
            {
                break;
            }

            if (Fit(best.Candidate, partition.WithTraining((training, split) => Part(training, share, Seeds.Mix(seed, split))), rows, limits) is { } fits)
            {
                points.Add((Typical(fits.Partition), kind.Pair(covered, fits.Predictions)));
            }
        }

        points.Add((Typical(partition), kind.Pair(covered, best.Predictions)));
        return points.Count < FewestPoints
            ? (null, "There is no learning curve: rows or time are too few for three parts of the data. Give more with --budget, or bring more rows.")
            : (LearningCurveFit.Of(metric, best.Candidate.Learner.Info.Title, points, covered.Groups, seed), null);
    }

    private CrossFit? Fit(Candidate candidate, Partition part, LabelledRows rows, FitLimits limits)
    {
        try
        {
            var fits = new CrossFitter(kind, new FeatureCache(rows, featureMemory)).Fit(candidate with { SplitValues = null }, part, limits);
            return fits is { IsCutShort: false } ? fits : null;
        }
        catch (Exception fault) when (fault is ModelwrightException or InvalidOperationException || MemoryFault.Is(fault))
        {
            // A part may be too small for the setting, or lack a class; the others make the curve.
            return null;
        }
    }

    private static int Typical(Partition partition) => (int)partition.Splits.Average(split => split.Training.Length);

    /// <summary>The first of the rows in an order of chance that is the same for every part, so that each part is within the next.</summary>
    private static int[] Part(int[] rows, double share, int seed)
    {
        int[] order = [.. rows];
        new Random(seed).Shuffle(order);
        return [.. order.Take((int)Math.Ceiling(share * rows.Length)).Order()];
    }
}
