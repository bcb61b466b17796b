using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Features;
using Modelwright.Profile;
using Modelwright.Recording;

namespace Modelwright.Tasks;

/// <summary>
/// What the life cycle asks of a task that needs no target: how learners are tried and one or several of them chosen, and what
/// is shipped. All else (the rows, features, the plan, the package, the report) is the same for every task. Stateless and safe
/// from any thread.
/// </summary>
public abstract class TargetlessTask
{
    /// <summary>The task.</summary>
    public abstract LearningTask Task { get; }

    /// <summary>What it gives, as the title of a report: 'Segments'.</summary>
    public abstract string Title { get; }

    /// <summary>What trials are told apart by.</summary>
    public abstract Criterion Criterion { get; }

    /// <summary>The way features are made for its learners.</summary>
    public virtual FeatureVariant Features => FeatureVariant.Standard;

    /// <summary>
    /// The task by which labels of some rows are learned, one that answers classes; null where labels have no use. Where it is there, a
    /// person may name a column of labels as the target: no feature is made of it, and <see cref="TaskGround.Labels"/> holds it.
    /// </summary>
    public virtual LearningTask? LabelTask => null;

    /// <summary>The task as it is for rows of this meaning, such as for series in time; the same one unless it says otherwise.</summary>
    /// <param name="schema">The meaning of the columns.</param>
    public virtual TargetlessTask For(Schema schema) => this;

    /// <summary>Whether a learner of the task is one for it; default: those that answer rows for themselves.</summary>
    /// <param name="learner">What the learner says of itself.</param>
    public virtual bool Takes(LearnerInfo learner) => learner is { ReadsInOrder: false };

    /// <summary>Whether rows are read in their order, so that none may be missing between others.</summary>
    public virtual bool ReadsInOrder => false;

    /// <summary>What is told wrongly for this task, each a sentence with its remedy.</summary>
    /// <param name="schema">The meaning of the columns.</param>
    /// <param name="plan">What was told.</param>
    public virtual IEnumerable<string> Faults(Schema schema, TrainingPlan plan) => [];

    /// <summary>What is worth knowing of the rows beside the model, such as what stands together in lists; nothing unless it says otherwise.</summary>
    /// <param name="rows">All rows as they were read.</param>
    /// <param name="profile">The profile of them.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    public virtual IEnumerable<Finding> Findings(Table rows, DataProfile profile, CancellationToken cancellation) => [];

    /// <summary>Tries learners within the time and chooses.</summary>
    /// <param name="ground">The rows, the learners and how to fit one.</param>
    /// <returns>The chosen members with their weights; what was tried.</returns>
    /// <exception cref="DataException">The rows cannot be learned from.</exception>
    public abstract TaskDecision Decide(TaskGround ground);

    /// <summary>Fits the chosen members, in their order and without a clock; each on all rows, where the task has no other way.</summary>
    /// <param name="ground">The rows.</param>
    /// <param name="members">The members with their weights.</param>
    /// <returns>One a member.</returns>
    /// <exception cref="DataException">The rows are not those of the plan.</exception>
    public virtual IReadOnlyList<FittedMember> Fit(TaskGround ground, IReadOnlyList<(TaskMember Member, double Weight)> members)
    {
        ArgumentNullException.ThrowIfNull(ground);
        ArgumentNullException.ThrowIfNull(members);
        return [.. members.Select(member => ground.Fit(member.Member) with { Weight = member.Weight })];
    }

    /// <summary>
    /// Makes the shipped form of the chosen members, with what is to be said about it. The same members on the same rows give the same
    /// form to the bit: it is done again when a plan is repeated.
    /// </summary>
    /// <param name="ground">The rows.</param>
    /// <param name="members">The members, fitted.</param>
    /// <returns>What is shipped.</returns>
    public abstract TaskModel Assemble(TaskGround ground, IReadOnlyList<FittedMember> members);

    /// <summary>How the answers agree with a column that says the truth and that training has not seen.</summary>
    /// <param name="truth">A value a row; a missing one is not counted.</param>
    /// <param name="form">What <see cref="Assemble"/> gave.</param>
    /// <param name="rows">The rows, as the form reads them.</param>
    /// <returns>Figures; none where the task cannot be compared with a column.</returns>
    /// <exception cref="DataException">The column cannot say the truth of this task.</exception>
    public virtual IReadOnlyList<Figure> Against(Column truth, IForm form, Table rows) => [];
}
