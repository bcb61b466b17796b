namespace Modelwright.Stress.Fairness;

/// <summary>The rows of one group and how the model treats them.</summary>
/// <param name="Name">The level, or the part of the numbers: 'above 34 up to 51'.</param>
/// <param name="Rows">Its rows, 40 or more.</param>
/// <param name="Share">Their share of all rows, from 0 to 1.</param>
/// <param name="Figures">Rates, errors and calibration, each with its interval.</param>
public sealed record FairnessGroup(string Name, int Rows, double Share, IReadOnlyList<FairnessFigure> Figures);
