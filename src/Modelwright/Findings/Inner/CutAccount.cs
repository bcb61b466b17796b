namespace Modelwright.Findings.Inner;

/// <summary>What cuts gain, by the source of the column that is cut, and how reluctantly a new source is taken.</summary>
/// <param name="sourceOf">The source of each column: several columns may be views of one.</param>
/// <param name="sources">Number of sources.</param>
/// <param name="reluctance">
/// What the gain of a source that was not cut yet is multiplied with when cuts are compared, above 0 and at most 1; under 1 a
/// second copy of a source is not taken. Source: Deng and Runger 2012, "Feature selection via regularized trees".
/// </param>
internal sealed class CutAccount(int[] sourceOf, int sources, double reluctance = 1)
{
    /// <summary>The sum of the gains of the cuts of each source.</summary>
    public double[] Gains { get; } = new double[sources];

    /// <summary>What counts in the comparison of cuts.</summary>
    public double Weigh(int column, double gain) => Gains[sourceOf[column]] > 0 ? gain : gain * reluctance;

    /// <summary>Notes a cut.</summary>
    public void Add(int column, double gain) => Gains[sourceOf[column]] += gain;
}
