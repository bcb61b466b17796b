using Modelwright.Recording;

namespace Modelwright.Validation;

/// <summary>What the chosen model answers on rows that no choice has seen, and the figures worked out on them.</summary>
/// <param name="Rows">The rows with their truth and weights.</param>
/// <param name="Predictions">Its answers, row by row, as wide as the kind of answer.</param>
/// <param name="Data">Which rows they are, as figures name them: 'sealed_holdout' or 'nested_out_of_fold'.</param>
/// <param name="Figures">Every metric of the task, the main one first.</param>
internal sealed record UnseenAnswers(LabelledRows Rows, double[] Predictions, string Data, IReadOnlyList<Figure> Figures);
