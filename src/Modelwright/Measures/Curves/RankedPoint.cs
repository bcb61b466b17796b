namespace Modelwright.Measures.Curves;

/// <summary>What is found where all rows down to some probability are taken as the class.</summary>
/// <param name="Probability">The smallest probability that is taken; infinite where none is.</param>
/// <param name="Taken">Share of all rows that are taken, 0 to 1.</param>
/// <param name="Found">Share of the class that is taken: recall, the true positive rate.</param>
/// <param name="FalseAlarms">Share of all other rows that are taken: the false positive rate.</param>
/// <param name="Precision">Share of the taken rows that are of the class; 1 where none is taken.</param>
internal readonly record struct RankedPoint(double Probability, double Taken, double Found, double FalseAlarms, double Precision);
