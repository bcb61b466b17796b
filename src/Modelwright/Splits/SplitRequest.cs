using Modelwright.Core.Data;

namespace Modelwright.Splits;

/// <summary>What a splitter is asked for.</summary>
/// <param name="RowCount">Number of rows.</param>
public sealed record SplitRequest(int RowCount)
{
    /// <summary>The target, for splitters that keep its distribution; a missing value counts as a class of its own.</summary>
    public Column? Target { get; init; }

    /// <summary>Rows of one value belong together; a row without a value belongs to no other.</summary>
    public Column? Groups { get; init; }

    /// <summary>When each row happened, as times or numbers; a row without a value counts as the oldest.</summary>
    public Column? Times { get; init; }

    /// <summary>The only origin of chance.</summary>
    public int Seed { get; init; }

    /// <summary>How many splits, 2 or more; a holdout makes one and does not read it.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>How many times the folds are dealt out, 1 to 100; splitters that do not repeat do not read it.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>In order of time: training ends at least this long before the test begins, and rows between are left out; null means no gap.</summary>
    public TimeGap? Gap { get; init; }

    /// <summary>In order of time: rows of the test that lie less than this behind the last training row are left out; null means none.</summary>
    public TimeGap? Embargo { get; init; }

    /// <summary>The share of rows a holdout keeps for the test, above 0 and below 1; other splitters do not read it.</summary>
    public double TestShare { get; init; } = 0.2;
}
