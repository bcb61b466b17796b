namespace Modelwright.Profile;

/// <summary>What was measured on a column. Missing-value codes that were found are counted as missing.</summary>
public sealed record ColumnEvidence
{
    /// <summary>Rows of the table.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows without a value.</summary>
    public required int Missing { get; init; }

    /// <summary>Different values, missing not counted.</summary>
    public required int Distinct { get; init; }

    /// <summary>Whether <see cref="Distinct"/> is an estimate, within about 0.5 %; never for categories, and only above 131,072 different values of others.</summary>
    public bool IsDistinctEstimated { get; init; }

    /// <summary>Rows whose text is no value of the type that the column is found to have, such as "12o" among numbers; counted as missing.</summary>
    public int Unreadable { get; init; }

    /// <summary>The most frequent unreadable text; null where there is none.</summary>
    public string? UnreadableExample { get; init; }

    /// <summary>Share of rows without a value, from 0 to 1; 0 for an empty table.</summary>
    public double MissingShare => Rows == 0 ? 0 : Missing / (double)Rows;

    /// <summary>Smallest number, of texts as they are read ("$3k" is 3000); null for other types. Times have it as text in <see cref="Earliest"/>.</summary>
    public double? Minimum { get; init; }

    /// <summary>Largest number.</summary>
    public double? Maximum { get; init; }

    /// <summary>Mean of the numbers.</summary>
    public double? Mean { get; init; }

    /// <summary>Standard deviation of the numbers (divided by n - 1).</summary>
    public double? Deviation { get; init; }

    /// <summary>Quantiles at 5, 25, 50, 75 and 95 %, by linear interpolation; empty for other types. Above 100,000 rows from every k-th row.</summary>
    public IReadOnlyList<double> Quantiles { get; init; } = [];

    /// <summary>The number in the middle; null for other types.</summary>
    public double? Median => Quantiles.Count == 0 ? null : Quantiles[Quantiles.Count / 2];

    /// <summary>First point in time, ISO 8601, of texts as they are read; null for other types.</summary>
    public string? Earliest { get; init; }

    /// <summary>Last point in time.</summary>
    public string? Latest { get; init; }

    /// <summary>The most frequent values, most frequent first, at most ten, texts as they are written; empty for times and for numbers with many values that are not held as text.</summary>
    public IReadOnlyList<LevelCount> Top { get; init; } = [];

    /// <summary>The least frequent value; null where <see cref="Top"/> is empty.</summary>
    public LevelCount? Rarest { get; init; }

    /// <summary>Levels with fewer rows than 5, or than 0.1 % of those with a value; 0 for other types.</summary>
    public int RareLevels { get; init; }

    /// <summary>Mean number of words of a text; null for other types.</summary>
    public double? Words { get; init; }

    /// <summary>Texts and numbers that stand for "no value", with their counts; empty cells are not listed.</summary>
    public IReadOnlyList<LevelCount> Markers { get; init; } = [];

    /// <summary>Values that were looked at to find the meaning: all that are present, or those of every k-th row.</summary>
    public int Looked { get; init; }

    /// <summary>Those of them that the meaning takes as values; a code or word for "no value" is none.</summary>
    public int Agreeing { get; init; }

    /// <summary>Readings that take the values as well and mean something else, in words, such as "dates as MM/dd/yyyy"; empty where there is none.</summary>
    public IReadOnlyList<string> Competing { get; init; } = [];

    /// <summary>The most frequent values that do not agree, at most five.</summary>
    public IReadOnlyList<OddValue> Disagreeing { get; init; } = [];

    /// <summary>The same for a column that a person gave another type: where it shows its most frequent values, they are what it holds.</summary>
    internal ColumnEvidence OfOtherType => this with
    {
        Missing = Missing - Unreadable,
        Unreadable = 0,
        UnreadableExample = null,
        Minimum = Top.Count > 0 ? null : Minimum,
        Maximum = Top.Count > 0 ? null : Maximum,
        Mean = Top.Count > 0 ? null : Mean,
        Deviation = Top.Count > 0 ? null : Deviation,
        Quantiles = Top.Count > 0 ? [] : Quantiles,
        Earliest = Top.Count > 0 ? null : Earliest,
        Latest = Top.Count > 0 ? null : Latest,
    };
}
