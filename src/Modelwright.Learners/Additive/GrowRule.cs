namespace Modelwright.Learners.Additive;

/// <summary>How small trees are grown.</summary>
/// <param name="LearningRate">Part of a leaf's answer that is added.</param>
/// <param name="MinSamplesLeaf">Rows a leaf holds at least.</param>
/// <param name="MostStep">The largest answer of a leaf before the learning rate; infinity for numbers.</param>
internal sealed record GrowRule(double LearningRate, int MinSamplesLeaf, double MostStep)
{
    /// <summary>Holds leaves of little evidence near zero: as if so much second derivative had been seen that knows nothing.</summary>
    public const double Penalty = 1;

    /// <summary>What a leaf gains.</summary>
    public static double Gain(double gradient, double hessian) => gradient * gradient / (hessian + Penalty);

    /// <summary>What is added where a leaf answers: a Newton step, shortened.</summary>
    public double Step(double gradient, double hessian) => LearningRate * Math.Clamp(gradient / (hessian + Penalty), -MostStep, MostStep);
}
