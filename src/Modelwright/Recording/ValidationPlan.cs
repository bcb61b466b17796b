namespace Modelwright.Recording;

/// <summary>How a run is validated, as it is told.</summary>
public sealed record ValidationPlan
{
    /// <summary>
    /// 'auto' (by the size of the data), 'holdout' (rows are sealed), 'nested' (none are: every row is scored by models that had
    /// not seen it, chosen without it), 'repeated' (nested, with folds dealt out several times), 'leave_one_out' (nested, a split
    /// for each row or group) or 'time_forward' (nested, each fold trained on what came before it).
    /// </summary>
    public string Scheme { get; init; } = "auto";

    /// <summary>For 'repeated': how many times folds are dealt out, 2 to 20; null means 3.</summary>
    public int? Repeats { get; init; }

    /// <summary>With a time column: training ends at least this long before the test begins, such as '7d'; null means no gap.</summary>
    public string? Gap { get; init; }

    /// <summary>With a time column: the test begins at least this long after training ends; null means none.</summary>
    public string? Embargo { get; init; }
}
