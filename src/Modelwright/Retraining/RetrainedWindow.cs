namespace Modelwright.Retraining;

/// <summary>What one window of a stream came to.</summary>
/// <param name="From">The first row of the window in the stream.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Score">The main metric of the model in service, on all of them.</param>
/// <param name="FrozenScore">The same of the first model.</param>
/// <param name="Decisions">What was decided when the window was over.</param>
/// <param name="Said">The same in words.</param>
internal sealed record RetrainedWindow(int From, int Rows, double Score, double FrozenScore, IReadOnlyList<RetrainingDecision> Decisions, string Said);
