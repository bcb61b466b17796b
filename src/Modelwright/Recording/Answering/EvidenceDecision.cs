namespace Modelwright.Recording.Answering;

/// <summary>What the decision between classes is worth, on rows that it had not seen.</summary>
public sealed record EvidenceDecision
{
    /// <summary>What it was made for: the name of a metric, or 'costs'.</summary>
    public required string For { get; init; }

    /// <summary>The least probability of the positive class with which it is answered; absent where costs decide.</summary>
    public double? Threshold { get; init; }

    /// <summary>The rows: 'sealed_holdout' or 'nested_out_of_fold'.</summary>
    public required string Data { get; init; }

    /// <summary>Number of rows.</summary>
    public required int Rows { get; init; }

    /// <summary>With costs: what 1,000 rows cost as the model answers them.</summary>
    public EvidenceMoney? CostPerThousand { get; init; }

    /// <summary>With costs: the class that costs least where it alone is always answered.</summary>
    public string? SingleAnswer { get; init; }

    /// <summary>With costs: what 1,000 rows cost with that single answer.</summary>
    public EvidenceMoney? SingleCostPerThousand { get; init; }

    /// <summary>With costs: what the model saves on 1,000 rows against that single answer; below 0 it loses.</summary>
    public EvidenceMoney? SavingPerThousand { get; init; }
}
