using Modelwright.Core.Learning;

namespace Modelwright.Validation;

/// <summary>A candidate fitted on every split of a partition.</summary>
/// <param name="Candidate">What was fitted.</param>
/// <param name="Partition">On which splits.</param>
/// <param name="Folds">One fit a split.</param>
/// <param name="Predictions">Out-of-fold answers of the covered rows, row by row.</param>
/// <param name="Seconds">Wall-clock time of the whole.</param>
internal sealed record CrossFit(Candidate Candidate, Partition Partition, IReadOnlyList<FoldFit> Folds, double[] Predictions, double Seconds)
{
    /// <summary>Seconds on one thread that answering the covered rows once took.</summary>
    public double AnswerSeconds => Folds.Sum(fold => fold.AnswerSeconds);

    /// <summary>Whether the clock ended a fit before it was done.</summary>
    public bool IsCutShort => Folds.Any(fold => fold.Report.End == FitEnd.Deadline);

    /// <summary>What a learner said of its fits, each text once.</summary>
    public IEnumerable<string> Warnings => Folds.SelectMany(fold => fold.Report.Warnings).Distinct(StringComparer.Ordinal);
}
