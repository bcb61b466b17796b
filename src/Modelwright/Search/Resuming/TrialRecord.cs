using Modelwright.Core.Learning;

namespace Modelwright.Search.Resuming;

/// <summary>What the journal says of a finished trial beside its answers and forms.</summary>
/// <param name="Seconds">Wall-clock time of the trial.</param>
/// <param name="Elapsed">Seconds from the start of the run to its end.</param>
/// <param name="IsGivenUp">Whether it was given up after the first folds: nothing else follows then.</param>
/// <param name="Answers">Bytes of the out-of-fold answers.</param>
/// <param name="Folds">One a split; none where its models may not be shipped, and so are not kept.</param>
internal sealed record TrialRecord(double Seconds, double Elapsed, bool IsGivenUp, int Answers, IReadOnlyList<FoldRecord> Folds);

/// <summary>What the journal says of one fold beside its form.</summary>
/// <param name="StepsKey">The same text for the same steps.</param>
/// <param name="End">Why the fit ended.</param>
/// <param name="Decided">The setting with what early stopping or the clock decided.</param>
/// <param name="Values">The setting it was fitted with.</param>
/// <param name="Warnings">What a person should know.</param>
/// <param name="AnswerSeconds">Seconds that answering the rows of the test side took.</param>
/// <param name="Bytes">Bytes of the steps and the form.</param>
internal sealed record FoldRecord(
    string StepsKey,
    FitEnd End,
    IReadOnlyDictionary<string, string> Decided,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyList<string> Warnings,
    double AnswerSeconds,
    int Bytes);
