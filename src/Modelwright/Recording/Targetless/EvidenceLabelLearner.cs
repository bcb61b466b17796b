namespace Modelwright.Recording.Targetless;

/// <summary>A learner that was tried on labelled rows.</summary>
/// <param name="Learner">Name of the learner.</param>
/// <param name="Title">Its name in prose.</param>
/// <param name="Score">Mean area under the ROC curve on labelled rows that it did not see; 0.5 is by chance.</param>
/// <param name="StandardError">Its standard error over the parts.</param>
/// <param name="Weight">What it counts in the score; 0 where it is left out.</param>
public sealed record EvidenceLabelLearner(string Learner, string Title, double Score, double StandardError, double Weight);
