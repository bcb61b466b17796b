namespace Modelwright.Runtime.Forms.Bayes;

/// <summary>What the values of one input say of the classes: a logarithm for each cell and class.</summary>
/// <param name="Edges">For a number, the largest value of each cell but the last, rising; for a category empty, a level being a cell.</param>
/// <param name="Logs">Cells x classes: what a value in the cell adds to the score of the class.</param>
public sealed record BayesTable(double[] Edges, double[] Logs);
