using Modelwright.Recording;
using Modelwright.Tasks;

namespace Modelwright.Running;

/// <summary>What a run without a target came to.</summary>
/// <param name="Decision">What was chosen, and what was tried.</param>
/// <param name="Model">What is shipped.</param>
/// <param name="Shipped">The same with how it is made again.</param>
internal sealed record TaskOutcome(TaskDecision Decision, TaskModel Model, Shipped Shipped)
{
    /// <summary>How the answers agree with the column that says the truth.</summary>
    public IReadOnlyList<Figure> Truth { get; init; } = [];

    /// <summary>Whether a person stopped it.</summary>
    public bool Stopped { get; init; }
}
