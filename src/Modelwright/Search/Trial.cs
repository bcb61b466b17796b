using Modelwright.Recording;
using Modelwright.Search.Limits;
using Modelwright.Validation;

namespace Modelwright.Search;

/// <summary>One candidate that was fitted on all splits and scored on what it had not seen.</summary>
/// <param name="Number">From 1, in the order tried; the baseline is 0.</param>
/// <param name="Candidate">What was fitted.</param>
/// <param name="Predictions">Out-of-fold answers of the covered rows.</param>
/// <param name="Loss">The metric out of fold, turned so that lower is better.</param>
/// <param name="Score">The metric out of fold.</param>
/// <param name="Seconds">Wall-clock time.</param>
internal sealed record Trial(int Number, Candidate Candidate, double[] Predictions, double Loss, double Score, double Seconds)
{
    /// <summary>Whether it is evidence alone: its model holds training rows, which may not enter the package.</summary>
    public bool IsEvidenceOnly { get; init; }

    /// <summary>Whether its model alone is over what a person asks of the shipped one.</summary>
    public bool IsOverLimits { get; init; }

    /// <summary>Whether its model may be shipped.</summary>
    public bool MayShip => !IsEvidenceOnly && !IsOverLimits;

    /// <summary>What its model costs, one fit of it; null where it was not measured.</summary>
    public ModelCost? Cost { get; init; }

    /// <summary>The fits; null once the trial can no longer be part of the ensemble and its memory was given back.</summary>
    public CrossFit? Fits { get; init; }

    /// <summary>Bytes of the forms that are held.</summary>
    public long Bytes => Fits!.Folds.Sum(fold => fold.Form.Info.Bytes);

    /// <summary>The trial as a person reads it.</summary>
    /// <param name="weight">Its weight in the ensemble.</param>
    public LeaderboardEntry Entry(double weight) => new(
        Number, Candidate.Learner.Info.Name, Candidate.Learner.Info.Title, Candidate.Setting, Score, Seconds)
    {
        Weight = weight,
        NeedsStoreRows = IsEvidenceOnly,
    };
}
