namespace Modelwright.Validation;

/// <summary>Which splitter parts the rows, and how finely.</summary>
/// <param name="Splitter">Name of a splitter.</param>
/// <param name="Folds">Number of folds, for splitters that make several.</param>
/// <param name="TestShare">Share of the rows held out, for splitters that make one split.</param>
public sealed record PartitionPlan(string Splitter, int Folds, double TestShare)
{
    /// <summary>Models of more splits than this are not shipped together; each member is fitted once on all rows instead.</summary>
    private const int MostBagged = 60;

    /// <summary>How many times the folds are dealt out, for splitters that repeat.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>What training keeps away from the test in time, such as '7d'; null means nothing.</summary>
    public string? Gap { get; init; }

    /// <summary>What the test keeps away from training in time; null means nothing.</summary>
    public string? Embargo { get; init; }

    /// <summary>Whether the models of so many splits may be shipped together.</summary>
    internal bool MayBeBag => Folds * Repeats is > 1 and <= MostBagged && Splitter != "time_forward";
}
