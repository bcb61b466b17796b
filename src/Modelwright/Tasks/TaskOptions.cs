namespace Modelwright.Tasks;

/// <summary>What a person may tell a task without a target.</summary>
public sealed record TaskOptions
{
    /// <summary>Nothing told.</summary>
    public static TaskOptions None { get; } = new();

    /// <summary>Number of segments, 2 or more; null lets the data tell.</summary>
    public int? Segments { get; init; }

    /// <summary>The share of rows that are anomalies, above 0 and at most 0.5; null lets the data tell.</summary>
    public double? Contamination { get; init; }

    /// <summary>Which value of the labels is meant by what the task looks for; null lets the word tell.</summary>
    public string? Positive { get; init; }

    /// <summary>Whether the model may hold training rows.</summary>
    public bool StoreRows { get; init; }
}
