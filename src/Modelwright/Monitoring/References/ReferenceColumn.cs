using Modelwright.Core.Data;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Monitoring.References;

/// <summary>What honest rows look like in one column. Coarse on purpose, as <see cref="ColumnStatistics"/> are: no row can be read from it.</summary>
internal sealed record ReferenceColumn
{
    /// <summary>The column, or what is answered.</summary>
    public required string Name { get; init; }

    /// <summary>How its values are compared: texts by their number of characters, as numbers.</summary>
    public required ColumnType Type { get; init; }

    /// <summary>Rows that were looked at.</summary>
    public required int Rows { get; init; }

    /// <summary>Those that have a value.</summary>
    public required int Values { get; init; }

    /// <summary>Borders of the bins of numbers and of times in days; ascending, empty for levels and where too few rows have a value.</summary>
    public double[] Edges { get; init; } = [];

    /// <summary>Levels that enough rows have; all others count as one more.</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];

    /// <summary>Share of the values in each bin, or of each level and then of all others; sum 1.</summary>
    public double[] Shares { get; init; } = [];

    /// <summary>Rows without a value.</summary>
    public int Missing { get; init; }

    /// <summary>Rows with a level that training did not know.</summary>
    public int Unseen { get; init; }

    /// <summary>Rows whose cell cannot be read; they are missing too.</summary>
    public int Unreadable { get; init; }

    /// <summary>Values further outside the range than half of its width; null where that is not known.</summary>
    public int? Outside { get; init; }

    /// <summary>The greatest share of missing values in a part of the rows that stand together.</summary>
    public double MostMissing { get; init; }

    /// <summary>The greatest corrected Jensen-Shannon distance between such a part and all rows.</summary>
    public double UsualDistance { get; init; }

    /// <summary>Makes the column of statistics.</summary>
    public static ReferenceColumn Of(ColumnStatistics statistics, int rows, int missing) => new()
    {
        Name = statistics.Name,
        Type = statistics.Type,
        Rows = rows,
        Values = rows - missing,
        Missing = missing,
        Edges = statistics.Edges,
        Levels = statistics.Frequent,
        Shares = statistics.Type == ColumnType.Category ? [.. statistics.FrequentShares, Math.Max(0, 1 - statistics.FrequentShares.Sum())] : statistics.Shares,
    };
}
