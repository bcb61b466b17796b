namespace Modelwright.Quality.Streaming;

/// <summary>Accuracies over a part of the stream.</summary>
/// <param name="Start">0-based first row.</param>
/// <param name="Rows">Rows that were answered.</param>
/// <param name="Loop">The loop.</param>
/// <param name="Frozen">The first model.</param>
/// <param name="Repeated">Saying the last label again.</param>
internal sealed record StreamScores(int Start, int Rows, double Loop, double Frozen, double Repeated);
