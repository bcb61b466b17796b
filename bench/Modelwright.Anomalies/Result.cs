namespace Modelwright.Anomalies;

/// <summary>What a learner reached on a set.</summary>
/// <param name="Set">The set.</param>
/// <param name="Learner">The learner.</param>
/// <param name="RocAuc">The area under the ROC curve, the mean over seeds.</param>
/// <param name="Worst">Its least value over seeds.</param>
/// <param name="FitSeconds">Seconds of a fit, the mean over seeds.</param>
/// <param name="ScoreSeconds">Seconds to score all rows, the mean over seeds.</param>
/// <param name="Bytes">What the form says it takes.</param>
internal sealed record Result(string Set, string Learner, double RocAuc, double Worst, double FitSeconds, double ScoreSeconds, long Bytes);
