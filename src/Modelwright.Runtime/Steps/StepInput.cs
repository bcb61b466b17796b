using Modelwright.Core.Data;

namespace Modelwright.Runtime.Steps;

/// <summary>What a step learns from.</summary>
/// <param name="Rows">Training rows.</param>
public sealed record StepInput(Table Rows)
{
    /// <summary>The target of the training rows, none missing; null where the task has none.</summary>
    public Column? Target { get; init; }

    /// <summary>How much each row counts; null means one each.</summary>
    public double[]? Weights { get; init; }

    /// <summary>When each training row was, of type time or number; null where the rows have no time.</summary>
    public Column? Times { get; init; }

    /// <summary>The only origin of chance.</summary>
    public int Seed { get; init; }

    /// <summary>Asks to end at once with <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Cancellation { get; init; }
}
