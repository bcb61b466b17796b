using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Recording;
using Modelwright.Search;
using Modelwright.Search.Limits;
using Modelwright.Tasks;
using Modelwright.Validation;

namespace Modelwright.Running;

/// <summary>The rest of a training run where nothing is to be predicted: members are chosen, or repeated from a plan, and put together.</summary>
internal sealed class TargetlessTraining(Training told, TargetlessTask task, Question question, LabelledRows rows, RunClock clock, ProgressVoice voice)
{
    /// <summary>Share of the budget kept for putting together, figures and packing, and the least seconds of it.</summary>
    private const double ReservedShare = 0.3;
    private const double FewestSeconds = 0.5;

    /// <summary>Share of what is kept that the final fits leave to the rest.</summary>
    private const double LeftByFits = 0.4;

    /// <summary>Trains and packs.</summary>
    public TrainingRun Run(RunAccount account, CancellationToken stop)
    {
        var decided = question.Plan.Decision;
        var recipe = decided is null ? null : Recipe.From(decided, told.Learners);
        var reserved = Math.Max(FewestSeconds, ReservedShare * (told.Limit?.TotalSeconds ?? 0));
        var ground = Ground(recipe is null ? clock.Less(reserved) : clock.Unlimited, recipe?.SampleRows ?? 0, stop);
        var decision = recipe is null ? task.Decide(ground) : new([.. recipe.Members.Select(member => (new TaskMember(member.Candidate.Learner, member.Candidate.Values, member.Candidate.Seed), member.Weight))]) { SampleRows = recipe.SampleRows };
        voice.Say("package", 0.9, "Putting together what is shipped.");
        ground.GoOn(recipe is null ? clock.Less(LeftByFits * reserved) : clock.Unlimited);
        FittedMember[] members = [.. task.Fit(ground, decision.Members)];
        var model = task.Assemble(ground, members);
        model = decision.Labels is { } labels ? model with { Lead = $"{model.Lead} {labels.Reason}" } : model;
        return account.Pack(task, new(decision, model, Shipped(members, model, decision.SampleRows)) { Truth = Against(model, ground.Labels), Stopped = stop.IsCancellationRequested }, rows);
    }

    private TaskGround Ground(RunClock shortened, int sampleRows, CancellationToken stop) => new(rows, Learners(), shortened, (share, message) => voice.Say("search", 0.02 + (0.85 * share), message))
    {
        Options = new() { Segments = question.Plan.Segments, Contamination = question.Plan.Contamination, Positive = question.Plan.Positive, StoreRows = question.Plan.StoreRows },
        Labels = RowLabels.Of(told.Table, question.Plan, task),
        LabelLearners = question.Plan.Labels is null ? [] : LabelLearners(),
        SampleRows = sampleRows,
        Seed = question.Plan.Seed,
        Variant = task.Features,
        Threads = told.Threads,
        Stop = stop,
    };

    /// <summary>Of those that were named, the ones that can; where none of them can, a person named detectors alone, and all may learn from labels.</summary>
    private ILearner[] LabelLearners()
    {
        ILearner[] all = [.. told.Learners.For(task.LabelTask!).Where(learner => learner.Unavailable is null)];
        ILearner[] named = [.. all.Where(learner => question.Plan.Learners.Contains(learner.Info.Name))];
        return [.. ModelLimits.Of(question.Plan).Among(named.Length > 0 ? named : all)];
    }

    private ILearner[] Learners()
    {
        var names = question.Plan.Learners;
        foreach (var name in names)
        {
            told.Learners.Get(name);
        }

        ILearner[] all = [.. told.Learners.For(task.Task).Where(learner => task.Takes(learner.Info))];
        if (all.Length == 0)
        {
            throw new OptionsException($"The task '{task.Task}' has no learner in this program. Bring one that can do it.");
        }

        ILearner[] wanted = [.. all.Where(learner => (names.Count == 0 || names.Contains(learner.Info.Name)) && learner.Unavailable is null)];
        RowPermission.Check(wanted, question.Plan);
        ILearner[] usable = [.. ModelLimits.Of(question.Plan).Among(wanted).Where(learner => question.Plan.StoreRows || !learner.Info.StoresRows)];
        return usable.Length > 0
            ? usable
            : throw new OptionsException($"No learner for the task '{task.Task}' may be used here. There are: {string.Join(", ", all.Select(learner => learner.Info.Name))}. Name one of them with --learners, or leave it out; those that hold training rows need --store-rows.");
    }

    private Shipped Shipped(FittedMember[] members, TaskModel model, int sampleRows)
    {
        var recipe = new Recipe(new("none", 1, 0), IsWhole: true, [.. members.Select(member => (new Candidate(member.Member.Learner, member.Member.Values, member.Member.Seed, 0) { Features = task.Features }, member.Weight))]) { SampleRows = sampleRows };
        return new(model.Form, recipe, sampleRows > 0 ? sampleRows : rows.Table.RowCount, members.Length == 1 ? "The chosen model, fitted on all rows." : "Each member fitted on all rows.");
    }

    /// <summary>The answers against the truth, of rows without a label: of the others a fit may have been told.</summary>
    private IReadOnlyList<Figure> Against(TaskModel model, CategoryColumn? labels)
    {
        if (question.Plan.Truth is not { } name)
        {
            return [];
        }

        if (!told.Table.TryGet(name, out var truth))
        {
            throw new OptionsException($"--truth {name}: there is no such column. Check the name.");
        }

        if (labels is null)
        {
            return task.Against(truth, model.Form, rows.Table);
        }

        int[] unseen = [.. Enumerable.Range(0, truth.RowCount).Where(row => labels.IsMissing(row) && !truth.IsMissing(row))];
        return unseen.DistinctBy(truth.Format, StringComparer.Ordinal).Skip(1).Any() ? task.Against(truth.Take(unseen), model.Form, rows.Table.Take(unseen)) : [];
    }
}
