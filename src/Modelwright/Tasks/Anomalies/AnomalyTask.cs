using Modelwright.Core.Learning;

namespace Modelwright.Tasks.Anomalies;

/// <summary>Anomalies: rows that are strange beside the others.</summary>
internal sealed class AnomalyTask : TargetlessTask
{
    /// <inheritdoc/>
    public override LearningTask Task => LearningTask.Anomalies;

    /// <inheritdoc/>
    public override string Title => "Anomalies";

    /// <inheritdoc/>
    public override Criterion Criterion { get; } = new("agreement", "Agreement", "How far a detector orders the rows as the others do (rank correlation with their mean): 1 is the same, 0 as by chance.", HigherIsBetter: true);

    /// <inheritdoc/>
    public override TaskDecision Decide(TaskGround ground)
    {
        var learner = ground.Learners[0];
        return new([(new(learner, learner.Recommend(ground.Shape(learner))[0], ground.Seed), 1)]);
    }

    /// <inheritdoc/>
    public override TaskModel Assemble(TaskGround ground, IReadOnlyList<FittedMember> members) => new(members[0].Form, "Anomalies.");
}
