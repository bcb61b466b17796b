namespace Modelwright.Stress.Shifts;

/// <summary>A model on rows that are distributed otherwise.</summary>
/// <param name="Name">The shift, in snake_case: 'prior_shift', 'covariate_shift', 'subgroup', 'later_rows'.</param>
/// <param name="Column">The column along which rows are weighed or chosen; null for the target.</param>
/// <param name="Case">Which rows, in words: 'more of yes', 'contract = monthly'.</param>
/// <param name="Strength">How far: a share of rows, or standard deviations that the mean of the column moves.</param>
/// <param name="Rows">Rows that the figure rests on; where rows are weighed, as many equal ones as tell as much.</param>
/// <param name="Value">The main metric there.</param>
/// <param name="Lower">Lower end of its 95 % interval.</param>
/// <param name="Upper">Upper end.</param>
public sealed record ShiftScore(string Name, string? Column, string Case, double Strength, double Rows, double Value, double Lower, double Upper);
