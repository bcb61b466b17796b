using Modelwright.Core.Learning;

namespace Modelwright.Tasks.Clustering;

/// <summary>Segments: rows that belong together.</summary>
internal sealed class ClusteringTask : TargetlessTask
{
    /// <inheritdoc/>
    public override LearningTask Task => LearningTask.Clustering;

    /// <inheritdoc/>
    public override string Title => "Segments";

    /// <inheritdoc/>
    public override Criterion Criterion { get; } = new("stability", "Stability", "How far two models of halves of the rows agree about which rows belong together (adjusted Rand index): 1 is always, 0 as by chance.", HigherIsBetter: true);

    /// <inheritdoc/>
    public override TaskDecision Decide(TaskGround ground)
    {
        var learner = ground.Learners[0];
        return new([(new(learner, learner.Recommend(ground.Shape(learner))[0], ground.Seed), 1)]);
    }

    /// <inheritdoc/>
    public override TaskModel Assemble(TaskGround ground, IReadOnlyList<FittedMember> members) => new(members[0].Form, "Segments.");
}
