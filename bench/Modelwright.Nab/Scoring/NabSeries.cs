namespace Modelwright.Nab.Scoring;

/// <summary>One series with its windows.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Times">Ticks since 0001-01-01, in order of the rows.</param>
/// <param name="Values">One value a row.</param>
/// <param name="Windows">Where anomalies are, in order and apart from each other.</param>
internal sealed record NabSeries(string Name, long[] Times, double[] Values, IReadOnlyList<NabWindow> Windows)
{
    private const int MostProbation = 750;

    /// <summary>Rows at the start whose scores do not count: 15 % of the rows, at most 750.</summary>
    /// <remarks>NAB: 15 % of the file, with files over 5,000 rows counted as 5,000.</remarks>
    public int Probation => Math.Min(Values.Length * 15 / 100, MostProbation);
}
