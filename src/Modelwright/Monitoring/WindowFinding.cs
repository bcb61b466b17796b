namespace Modelwright.Monitoring;

/// <summary>One thing that a person should know of a window.</summary>
/// <param name="Kind">What it is, in snake_case and fixed: 'column_gone', 'other_type', 'unreadable', 'missing', 'unseen_level', 'out_of_range', 'repeated_rows', 'drift', 'answer_drift', 'target_drift', 'joint_drift', 'estimated_performance', 'realised_performance', 'weak_slice'.</param>
/// <param name="Column">The column; null where it is about no single one.</param>
/// <param name="IsAlarm">True where the contract is broken or the model is found to be worse by as much as matters; false for a note.</param>
/// <param name="Figure">How much: a share of rows, a distance, a metric.</param>
/// <param name="Usual">The same in the reference; null where it has none.</param>
/// <param name="Chance">How likely honest rows show as much; null where nothing was tested.</param>
/// <param name="Text">All of it in a sentence with the column, the figure and what to do.</param>
public sealed record WindowFinding(string Kind, string? Column, bool IsAlarm, double Figure, double? Usual, double? Chance, string Text);
