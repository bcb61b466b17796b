namespace Modelwright.Tasks.Anomalies.FewLabels;

/// <summary>Labelled rows that were left out of a fit and scored by it.</summary>
/// <param name="Deal">How many times the rows had been dealt into parts before.</param>
/// <param name="Part">The part's number.</param>
/// <param name="Rows">Places among the labelled rows.</param>
/// <param name="Scores">How probably each is strange.</param>
/// <param name="Area">Area under the ROC curve.</param>
internal sealed record LabelledPart(int Deal, int Part, int[] Rows, double[] Scores, double Area);
