namespace Modelwright.Stress.Fairness;

/// <summary>One figure of one group.</summary>
/// <param name="Name">
/// For two classes 'selection_rate', 'true_positive_rate', 'false_positive_rate', 'precision', 'mean_predicted', 'observed', 'calibration' (the one less
/// the other), 'error', 'log_loss', 'brier'; for more 'error', 'error of CLASS' and 'log_loss'; for numbers 'mean_predicted', 'observed', 'residual' (the one less the other) and 'rmse', in the unit of the target.
/// </param>
/// <param name="Value">The figure; NaN where no row has it.</param>
/// <param name="Lower">Lower end of its 95 % interval: Wilson's for shares; rows that belong together count as one draw. NaN with fewer than two draws.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Rows">Rows that it rests on: those of the group that are true, say.</param>
public sealed record FairnessFigure(string Name, double Value, double Lower, double Upper, int Rows);
