namespace Modelwright.Recording.Insights;

/// <summary>Permutation importance of columns on rows that the model has not seen.</summary>
/// <param name="Metric">The metric whose loss is measured.</param>
/// <param name="Data">The rows: 'sealed_holdout' or 'out_of_fold'.</param>
/// <param name="Rows">How many of them were used.</param>
/// <param name="Repeats">How often each column was shuffled.</param>
/// <param name="Score">The metric on these rows as they are.</param>
/// <param name="Columns">The most important column first.</param>
/// <param name="LeftOut">Columns that were not measured, as a first look found them of little use.</param>
public sealed record Importances(string Metric, string Data, int Rows, int Repeats, double Score, IReadOnlyList<Importance> Columns, int LeftOut);
