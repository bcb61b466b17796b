namespace Modelwright.Tasks.Anomalies;

/// <summary>What a report shows of anomalies beside the evidence. No package holds it.</summary>
/// <param name="Strangest">The strangest rows, the strangest first.</param>
/// <param name="Scores">Scores of all rows of training, or of a sample of them, ascending.</param>
internal sealed record AnomalyDetails(IReadOnlyList<StrangestRow> Strangest, IReadOnlyList<double> Scores);
