namespace Modelwright.Recording.Targetless;

/// <summary>The series that anomalies were looked for in, and how they were read.</summary>
public sealed record EvidenceStreams
{
    /// <summary>The column of the time.</summary>
    public required string Time { get; init; }

    /// <summary>The column that tells series apart; absent where all rows are one.</summary>
    public string? Series { get; init; }

    /// <summary>Number of series, 0 or more.</summary>
    public required int Count { get; init; }

    /// <summary>Readings of all series.</summary>
    public required int Readings { get; init; }

    /// <summary>Readings that were judged: all but the first of each series.</summary>
    public required int Judged { get; init; }

    /// <summary>Readings of the shortest series.</summary>
    public required int Shortest { get; init; }

    /// <summary>Readings of the longest series.</summary>
    public required int Longest { get; init; }

    /// <summary>Series with too few readings for one to be judged.</summary>
    public required int TooShort { get; init; }

    /// <summary>Readings of an input that are learned before one is judged.</summary>
    public required int WarmUp { get; init; }

    /// <summary>Seconds between readings: the median over series of each one's median; absent where no two times differ.</summary>
    public double? Interval { get; init; }

    /// <summary>Places where more than three usual intervals lie between two readings of a series.</summary>
    public required int Gaps { get; init; }

    /// <summary>Readings at the time of another of their series; they are read in the order of the rows.</summary>
    public required int Ties { get; init; }

    /// <summary>Readings without a time; each stands behind the reading of its series before it in the rows.</summary>
    public required int WithoutTime { get; init; }

    /// <summary>Series that the package goes on with where training left them; 0 where all begin anew.</summary>
    public required int Kept { get; init; }
}
