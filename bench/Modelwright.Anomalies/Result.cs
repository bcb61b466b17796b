using Modelwright.Tasks.Anomalies.Contamination;

namespace Modelwright.Anomalies;

/// <summary>What a learner reached on a set.</summary>
/// <param name="Set">The set.</param>
/// <param name="Learner">The learner.</param>
/// <param name="Setting">Its setting; empty for its default.</param>
/// <param name="RocAuc">The area under the ROC curve, the mean over seeds.</param>
/// <param name="Worst">Its least value over seeds.</param>
/// <param name="FitSeconds">Seconds of a fit, the mean over seeds.</param>
/// <param name="ScoreSeconds">Seconds to score all rows on one thread, the mean over seeds.</param>
internal sealed record Result(string Set, string Learner, string Setting, double RocAuc, double Worst, double FitSeconds, double ScoreSeconds)
{
    /// <summary>What the form says it takes.</summary>
    public long Bytes { get; init; }

    /// <summary>The estimated share of anomalies; null but for the blend.</summary>
    public ContaminationEstimate? Estimate { get; init; }

    /// <summary>The share of rows that are labelled as anomalies; 0 but for the blend.</summary>
    public double Labelled { get; init; }

    /// <summary>The learner and its setting.</summary>
    public string Title => Setting.Length == 0 ? Learner : $"{Learner} ({Setting})";
}
