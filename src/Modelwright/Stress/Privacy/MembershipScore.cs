namespace Modelwright.Stress.Privacy;

/// <summary>Whether the answers give away which rows a model was made from: membership inference, a privacy attack of NIST AI 100-2.</summary>
public sealed record MembershipScore
{
    /// <summary>The chance that of a training row and a new one the training row is told by its smaller loss; 0.5 is guessing, 1 is knowing.</summary>
    public required double Auc { get; init; }

    /// <summary>Lower end of its 95 % interval.</summary>
    public required double Lower { get; init; }

    /// <summary>Upper end.</summary>
    public required double Upper { get; init; }

    /// <summary>The share of the training rows that are told where one new row in a hundred is taken for one; null where there are fewer than 200 new rows.</summary>
    public double? Caught { get; init; }

    /// <summary>Lower end of its 95 % interval; null beside no share.</summary>
    public double? CaughtLower { get; init; }

    /// <summary>Upper end.</summary>
    public double? CaughtUpper { get; init; }

    /// <summary>Training rows that were looked at.</summary>
    public required int TrainingRows { get; init; }

    /// <summary>New rows that were looked at.</summary>
    public required int NewRows { get; init; }

    /// <summary>Rows under test that stand among the training rows too; they are left out.</summary>
    public required int RowsInBoth { get; init; }

    /// <summary>The column in which training rows and new ones differ most, where they do, so that a part of the figure may be that difference; else null.</summary>
    public string? DifferentColumn { get; init; }

    /// <summary>Whether the model gives its training rows away: told in more than three pairs of four, or more than a tenth caught, beyond chance.</summary>
    public required bool IsFlagged { get; init; }

    /// <summary>The same in words.</summary>
    public required string Text { get; init; }
}
