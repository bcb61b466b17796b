using Modelwright.Core.Learning;

namespace Modelwright.Recording;

/// <summary>A model that could be shipped, weighed by what it scores and what it costs whoever uses it.</summary>
/// <param name="Title">The learner in prose, or 'Shipped model'.</param>
/// <param name="LatencyMicroseconds">Median wall-clock time of the answer to one row, asked alone, in microseconds; of one fit of a trial, of the shipped model as it is.</param>
/// <param name="SizeBytes">Bytes of its form as it stands in a package; of one fit of a trial, of the shipped model as it is.</param>
/// <param name="Readability">How far a person can follow it.</param>
public sealed record EvidenceChoice(string Title, double LatencyMicroseconds, long SizeBytes, Readability Readability)
{
    /// <summary>The trial of the leaderboard, the baseline being 0; null for the shipped model.</summary>
    public int? Trial { get; init; }

    /// <summary>The metric, out of fold; for the shipped model that of its members together, a little too good as they were chosen on the same rows. Null for a plan that was repeated.</summary>
    public double? Score { get; init; }

    /// <summary>How much there is to read, such as 12 leaves; null where it cannot be written out.</summary>
    public FormParts? Parts { get; init; }

    /// <summary>Whether it is the model in the package.</summary>
    public bool IsShipped { get; init; }

    /// <summary>Whether no other is at least as good in all of score, latency, size and readability, and better in one: the Pareto front.</summary>
    public bool OnFront { get; init; }
}
