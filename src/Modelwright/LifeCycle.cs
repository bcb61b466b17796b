using Modelwright.Profile;
using Modelwright.Running;
using Modelwright.Search;

namespace Modelwright;

/// <summary>The main path from rows to a validated model in one package. Read this first.</summary>
internal static class LifeCycle
{
    /// <summary>Trains as told.</summary>
    public static TrainingRun Train(Training told, IProgress<TrainingProgress>? progress, CancellationToken stop)
    {
        told.Validate();
        var clock = new RunClock(told.Time, told.Limit, told.Session?.Spent ?? 0);
        var voice = new ProgressVoice(progress, clock);

        // What is in the data, and what is asked of it. Test rows are out before anyone looks.
        voice.Say("profile", 0, "Reading what the columns mean.");
        var (given, test) = TestRows.Apart(told);
        var memory = MemoryShare.Fit(given, told.Memory, told.Seed, RowOrder.Matters(told));
        var profile = told.Profile ?? Profiler.Inspect(memory.Rows, told.ProfileOptions, stop);
        var asked = Question.From(told, profile);
        var (question, rows, counts, withoutTarget) = asked.Admit(memory);

        // Where nothing is to be predicted, members are chosen by the rows alone.
        if (question.Targetless is { } task)
        {
            return new TargetlessTraining(told with { Table = memory.Rows }, task, question, rows, clock, voice).Run(new(told, profile, question, clock, counts) { WithoutTarget = 0, Findings = told.Plan is null ? [.. task.Findings(memory.Rows, profile, stop)] : [], LeftOutForMemory = given.RowCount - rows.Table.RowCount }, stop);
        }

        // Leaks are looked for before anything is scored; a column that is dropped was never there.
        var leaks = LeakStage.Decide(told, question, rows, voice, stop);
        (question, rows, counts, withoutTarget) = leaks.Dropped.Count > 0 ? asked.Without(leaks.Dropped).Admit(memory) : (question, rows, counts, withoutTarget);

        // Columns are chosen on rows that no figure comes from; here too, one that is left out was never there.
        var selection = SelectionStage.Choose(told, question, rows, clock, voice, stop);
        var left = SelectionStage.LeftOut(selection);
        (question, rows, counts, withoutTarget) = left.Count > 0 ? asked.Without([.. leaks.Dropped, .. left]).Admit(memory) : (question, rows, counts, withoutTarget);
        var stages = new TrainingStages(told, question, rows, clock, voice, memory);
        var account = new RunAccount(told, profile.With(leaks.Findings), question, clock, counts) { WithoutTarget = withoutTarget, Findings = leaks.Findings, Selection = selection, LeftOutForMemory = given.RowCount - rows.Table.RowCount - withoutTarget };

        // A finished plan leaves nothing to choose: it is repeated as it is.
        if (question.Plan.Decision is { } decision)
        {
            var recipe = Recipe.From(decision, told.Learners);
            RowPermission.Check(recipe, question.Plan);
            var repeated = stages.Read(stages.Repeat(recipe, stages.Limits(deadline: null, stop))!, decision.Answering);
            return account.Pack(repeated, rows, stages.ScoreTest(test, repeated));
        }

        // The sealed rows are put away before the first choice; every choice is made on the others.
        var (development, sealedRows) = stages.Seal();
        var choice = stages.Distill(stages.Choose(development, sealedRows.Length, stop), stop);

        // What the members answered out of fold says how probable, how decided and how sure an answer is.
        var reading = stages.LearnReading(choice, sealedRows.Length > 0);

        // The seal is opened once, after every choice; then the recipe is fitted on all rows.
        var unseen = stages.Validate(choice, reading, sealedRows);
        choice = stages.CompareWithTeacher(choice, sealedRows);
        var shipped = stages.Read(stages.Ship(choice, sealedRows.Length > 0, stop), reading.Decision);
        account.Insight = stages.LookInto(choice, shipped, sealedRows, stop);
        var doubted = LabelStage.Find(told, question, rows, memory, choice, sealedRows, unseen);
        return account.Pack(stages.DrawCurve(choice, stop), shipped, rows, sealedRows.Length, unseen, stages.ScoreTest(test, shipped)) with { SuspectRows = doubted };
    }
}
