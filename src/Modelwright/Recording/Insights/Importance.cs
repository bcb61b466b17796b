namespace Modelwright.Recording.Insights;

/// <summary>How much worse the answers become where the values of one column are shuffled among the rows.</summary>
/// <param name="Column">The column of the data.</param>
/// <param name="Value">The loss of the metric by the shuffling, 0 or less where the column is of no use; positive is important whatever the metric's direction.</param>
/// <param name="StandardError">Its standard error, over rows and shufflings.</param>
/// <param name="Lower">Lower end of the 95 % interval.</param>
/// <param name="Upper">Upper end of the 95 % interval.</param>
public sealed record Importance(string Column, double Value, double StandardError, double Lower, double Upper);
