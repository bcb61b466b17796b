namespace Modelwright.Tasks.Anomalies.FewLabels;

/// <summary>A learner that was tried on the labelled rows.</summary>
/// <param name="Learner">Its name.</param>
/// <param name="RocAuc">Area under the ROC curve on labelled rows that it did not see, the mean over parts; 0.5 is by chance.</param>
/// <param name="StandardError">Its standard error over the parts.</param>
/// <param name="Weight">What it counts in the score; 0 where it is left out.</param>
internal sealed record LabelledMember(string Learner, double RocAuc, double StandardError, double Weight);
