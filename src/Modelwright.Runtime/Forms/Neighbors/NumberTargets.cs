namespace Modelwright.Runtime.Forms.Neighbors;

/// <summary>What was answered by the rows that each point stands for.</summary>
/// <param name="Masses">One a point: the rows it stands for, by their weights; above 0.</param>
/// <param name="Means">One a point: the mean of their answers.</param>
public sealed record NumberTargets(double[] Masses, double[] Means);
