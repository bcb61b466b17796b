using Modelwright.Core.Data;
using Modelwright.Features;
using Modelwright.Profile;
using Modelwright.Recording;
using Modelwright.Recording.Answering;
using Modelwright.Recording.Selecting;
using Modelwright.Reports;
using Modelwright.Running.Insights;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;
using Modelwright.Runtime.Prediction.Rules;
using Modelwright.Search;
using Modelwright.Search.Limits;
using Modelwright.Tasks;
using Modelwright.Validation;

namespace Modelwright.Running;

/// <summary>Gives account of a run: evidence that says where every row went and where every figure comes from, and the package.</summary>
internal sealed class RunAccount(Training told, DataProfile profile, Question question, RunClock clock, IReadOnlyList<ColumnCounts> counts)
{
    /// <summary>Rows without a target.</summary>
    public required int WithoutTarget { get; init; }

    /// <summary>Rows left out so that the run keeps within its memory.</summary>
    public required int LeftOutForMemory { get; init; }

    /// <summary>What was found out about the model beside its figures.</summary>
    public Insight Insight { get; set; } = Insight.None;

    /// <summary>Leaks that were found, with what was done about each.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Which columns were chosen, and why; null where all were asked for.</summary>
    public EvidenceSelection? Selection { get; init; }

    private readonly List<string> _warnings = [.. question.Findings];

    /// <summary>Packs what a search chose.</summary>
    public TrainingRun Pack(Choice choice, Shipped shipped, LabelledRows rows, int sealedRows, UnseenAnswers unseen, TestScore? test)
    {
        var outcome = choice.Outcome;
        var validated = new EvidenceModel("validated", Meaning(choice, sealedRows), choice.Rows.Table.RowCount);
        var evidence = Common(shipped, rows, test) with
        {
            Rows = Rows(shipped, rows, test) with
            {
                Development = choice.Rows.Table.RowCount,
                OutsideSearch = rows.Table.RowCount - choice.Rows.Table.RowCount - sealedRows,
                SealedHoldout = sealedRows,
            },
            Models = [validated, new("shipped", shipped.Meaning, shipped.Rows)],
            Figures = [.. unseen.Figures, .. test?.Figures ?? []],
            LearningCurve = choice.Curve,
            Stacking = choice.Stacking,
            Distillation = choice.Distillation,
            Calibration = unseen.Answering?.Calibration,
            Decision = unseen.Answering?.Decision,
            Intervals = [.. new[] { unseen.Answering?.Intervals, test?.Intervals }.OfType<EvidenceIntervals>()],
            Leaderboard = [.. outcome.Trials.Select(trial => trial.Entry(outcome.Members.FirstOrDefault(member => member.Trial == trial).Weight))],
            Warnings = [.. Warnings().Concat(outcome.Warnings).Concat(choice.Warnings).Concat(unseen.Warnings).Concat(shipped.Warning is { } said ? [said] : []).Distinct(StringComparer.Ordinal)],
            Stopped = outcome.Stopped,
        };
        return Pack(shipped, rows, Weighed(evidence, shipped, rows, choice), ground => ground with { Unseen = unseen, Paired = unseen.Pair(question.Positive) });
    }

    /// <summary>Packs a plan that was repeated: figures other than those of test rows stand in the evidence of the first run.</summary>
    public TrainingRun Pack(Shipped shipped, LabelledRows rows, TestScore? test)
    {
        if (question.Plan.Decision!.Rows != shipped.Rows)
        {
            _warnings.Add($"The plan was made from {question.Plan.Decision.Rows} rows, this data has {shipped.Rows}: the model will differ. Bring the same data to get the same model id.");
        }

        return Pack(shipped, rows, Weighed(Common(shipped, rows, test) with { Warnings = [.. Warnings()] }, shipped, rows, choice: null), ground => ground);
    }

    /// <summary>Packs what a task without a target came to.</summary>
    public TrainingRun Pack(TargetlessTask task, TaskOutcome outcome, LabelledRows rows)
    {
        var (decision, model, shipped) = outcome;
        var evidence = Common(shipped, rows, test: null) with
        {
            Figures = [.. outcome.Truth, .. decision.Figures, .. model.Figures],
            Leaderboard = decision.Trials,
            Anomalies = model.EvidenceOfAnomalies,
            Labels = decision.Labels,
            Segments = model.EvidenceOfSegments is { } segments ? segments with { Reason = decision.Reason, Tried = decision.Segmentations } : null,
            Warnings = [.. Warnings().Concat(decision.Warnings).Concat(model.Warnings).Distinct(StringComparer.Ordinal)],
            Stopped = outcome.Stopped,
        };
        return Pack(shipped, rows, evidence, ground => ground with { Task = task, Outcome = decision, Model = model });
    }

    private Evidence Weighed(Evidence evidence, Shipped shipped, LabelledRows rows, Choice? choice) =>
        new ModelChoices(ModelLimits.Of(question.Plan), new(rows.Table, clock.Time)).Weigh(evidence, shipped, choice, (AnswerKind.For(rows, question.Positive), question.Metric));

    private TrainingRun Pack(Shipped shipped, LabelledRows rows, Evidence evidence, Func<ReportGround, ReportGround> with)
    {
        MemoryWatch.GiveBack(SearchOptions.UsualMemory / 2);
        var plan = question.Plan with { Decision = shipped.Recipe.Write(shipped.Rows) with { Answering = shipped.Answering } };
        var model = new Model(question.Task, rows.Schema, shipped.Form) { Rules = Rules(shipped.Answering) }.Trimmed();
        evidence = Insight.AddTo(evidence) with { Seconds = Math.Round(clock.Elapsed, 3), HoldsRows = shipped.Form.Info.HoldsRows };
        if (RowPermission.Said(shipped.Form) is { } said)
        {
            evidence = evidence with { Warnings = [.. evidence.Warnings, said] };
        }

        var package = Package.Of(model, rows.Table) with { StoreRows = plan.StoreRows, PlanJson = Documents.Write(plan), EvidenceJson = Documents.Write(evidence) };
        return new(package, plan, evidence) { Report = RunReport.Of(with(Ground(package, plan, evidence))) };
    }

    private ReportGround Ground(Package package, TrainingPlan plan, Evidence evidence) => new(evidence, plan)
    {
        ModelId = package.ModelId,
        Form = package.Model.Form,
        Profile = profile,
        Source = told.Source?.Path,
    };

    private static AnswerRules Rules(AnsweringDecision? told) => told is null
        ? AnswerRules.None
        : new() { Decision = told.Decision, Sets = told.Sets, Intervals = told.Intervals, FoldIntervals = told.FoldIntervals };

    private Evidence Common(Shipped shipped, LabelledRows rows, TestScore? test) => new()
    {
        Task = Question.Word(question.Task),
        Target = rows.Schema.Target?.Name,
        Classes = rows.Target is CategoryColumn classes && question.Task.AnswersClasses ? classes.Levels : null,
        Positive = rows.Target is CategoryColumn { Levels.Count: 2 } two && question.Task.AnswersClasses ? two.Levels[question.Positive] : null,
        Findings = [.. Findings.Select(found => new EvidenceFinding(found.Severity.ToString().ToLowerInvariant(), found.Kind, found.Column, found.Text, found.Remedy) { Choice = found.Choice, Measured = found.Measured })],
        Metric = question.Plan.Metric,
        Fingerprint = told.Source?.Fingerprint,
        Joins = question.Plan.Joins,
        Rows = Rows(shipped, rows, test),
        Models = [new("shipped", shipped.Meaning, shipped.Rows)],
        Figures = test?.Figures ?? [],
        Intervals = test?.Intervals is { } measured ? [measured] : [],
        Leaderboard = [],
        Columns = [.. counts.Where(column => column.Missing + column.Unreadable > 0).Select(column => new EvidenceColumn(column.Column, column.Missing, column.Unreadable))],
        Features = FeatureLineage.Of(shipped.Form),
        Selection = Selection,
        BudgetSeconds = told.Limit?.TotalSeconds,
        Machine = EvidenceMachine.This,
    };

    private EvidenceRows Rows(Shipped shipped, LabelledRows rows, TestScore? test) => new()
    {
        Read = told.Table.RowCount,
        Skipped = told.Source?.RowsSkipped ?? 0,
        WithoutTarget = WithoutTarget,
        LeftOutForMemory = LeftOutForMemory,
        Development = rows.Table.RowCount,
        SealedHoldout = 0,
        Test = test?.Rows ?? 0,
        Shipped = shipped.Rows,
    };

    private IEnumerable<string> Warnings() => LeftOutForMemory == 0
        ? _warnings
        : _warnings.Prepend($"{LeftOutForMemory} of {told.Table.RowCount} rows were left out{(question.Targetless?.ReadsInOrder == true ? ", the first of the file," : " at random")} so that the run keeps within its memory. Give more with --memory to train on all.");

    private static string Meaning(Choice choice, int sealedRows)
    {
        var partition = choice.Outcome.Partition;
        var isOne = choice.Outcome is { Rule.IsWhole: true, Members.Count: 1 };
        var what = isOne ? "model" : "blend";
        var how = isOne ? $"fitted once on {choice.Rows.Table.RowCount} rows"
            : choice.Outcome.Rule.IsWhole ? $"each member fitted once on {choice.Rows.Table.RowCount} rows"
            : partition.IsBag
            ? $"the mean of fold models ({partition.Splits.Count} folds)"
            : $"members fitted on {partition.Splits[^1].Training.Length} rows and chosen on {partition.Covered.Length} others";
        return sealedRows > 0
            ? $"The chosen {what}, {how}; {sealedRows} rows were sealed before the first choice.{(choice.Stacking is { } stacking ? $" {stacking.Reason}" : "")}"
            : choice.Stacked is { } stacked
            ? $"The chosen {what}, {how}. {choice.Stacking?.Reason} The figures come from these {stacked.HeldRows.Length} rows, each half answered as the other half decided."
            : $"The chosen {what}, {how}; for each figure the choice of members was made again without the rows it is scored on.";
    }
}
