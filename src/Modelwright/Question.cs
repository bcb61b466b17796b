using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Features;
using Modelwright.Measures;
using Modelwright.Profile;
using Modelwright.Recording;
using Modelwright.Recording.Answering;
using Modelwright.Runtime.Prediction;
using Modelwright.Tasks;
using Modelwright.Validation;
using Modelwright.Validation.Answering;
using Modelwright.Validation.Calibrating;
using Modelwright.Validation.Schemes;

namespace Modelwright;

/// <summary>What is asked of the data, with nothing left open: meaning of the columns, task, metric.</summary>
internal sealed record Question
{
    /// <summary>The meaning of the columns; levels are filled in by <see cref="Admit"/>.</summary>
    public required Schema Schema { get; init; }

    /// <summary>What is asked.</summary>
    public required LearningTask Task { get; init; }

    /// <summary>What is to be best.</summary>
    /// <exception cref="InvalidOperationException">The task has no target.</exception>
    public IMetric Metric
    {
        get => field ?? throw new InvalidOperationException($"The task '{Task}' has no target, so there is no metric.");
        init;
    }

    /// <summary>What the life cycle asks of a task without a target; null where there is a target.</summary>
    public TargetlessTask? Targetless { get; init; }

    /// <summary>Position of the class that counts as positive, for two classes.</summary>
    public int Positive { get; init; } = 1;

    /// <summary>The plan as it was told: what goes into the finished plan.</summary>
    public required TrainingPlan Plan { get; init; }

    /// <summary>How answers are read. Whoever weighs classes asked for probabilities that do not come true as often as they say, so nobody mends them unasked.</summary>
    public AnsweringPlan Reading => (Plan.Answering ?? AnsweringPlan.Usual) is { Calibration: CalibrationChoice.Auto } told && Plan.ClassWeights.Count > 0
        ? told with { Calibration = CalibrationChoice.None }
        : Plan.Answering ?? AnsweringPlan.Usual;

    /// <summary>What the profile found that a person should know.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>The question of a profile, or of the plan where there is one.</summary>
    /// <exception cref="OptionsException">Metric and task do not go together, or a name is unknown.</exception>
    public static Question From(Training told, DataProfile profile)
    {
        var plan = told.Plan;
        var schema = plan is null ? profile.Schema : new Schema(plan.Columns);
        var task = plan?.Task ?? told.Task ?? profile.Task
            ?? throw new OptionsException("There is no target, so the task is not known. Name the target column with --target.");
        if (told.Tasks.FirstOrDefault(known => known.Task == task) is { } targetless)
        {
            return Of(targetless.For(schema), told, schema);
        }

        if (!BuiltInMetrics.For(task).Any())
        {
            throw new OptionsException($"The task '{task}' cannot be trained by this release. Name one of: {string.Join(", ", BuiltInTasks.Names)}; with --task or in the plan.");
        }

        if (plan is null && profile.Findings.FirstOrDefault(finding => finding.Kind == "time_target") is { } time)
        {
            throw new OptionsException($"{time.Text} {time.Remedy}");
        }

        var name = plan?.Metric ?? told.Metric;
        return new()
        {
            Schema = schema,
            Task = task,
            Metric = MetricFor(task, name),
            Plan = plan ?? Told(told, schema, task),
            Findings = plan is null ? [.. profile.Findings.Where(finding => finding.Severity != FindingSeverity.Note).Select(finding => $"{finding.Text} {finding.Remedy}")] : [],
        };
    }

    private static Question Of(TargetlessTask targetless, Training told, Schema schema)
    {
        var asked = told.Plan ?? Told(told, schema, targetless.Task);
        string[] faults = [.. targetless.Faults(schema, asked)];
        if (faults.Length > 0)
        {
            throw new OptionsException(string.Join('\n', faults));
        }

        var plan = LabelPlan.Of(targetless, asked);
        return new()
        {
            Schema = new(plan.Columns),
            Task = targetless.Task,
            Targetless = targetless,
            Plan = plan with { Metric = targetless.Criterion.Name, Columns = [.. plan.Columns.Select(column => column with { Levels = [] })] },
        };
    }

    private static IMetric MetricFor(LearningTask task, string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return BuiltInMetrics.Default(task, classes: 2);
        }

        var metric = BuiltInMetrics.Get(name);
        if (metric.Info.Task != task)
        {
            var fitting = string.Join(", ", BuiltInMetrics.For(task).Select(other => other.Info.Name));
            throw new OptionsException($"Metric '{name}' is for {metric.Info.Task}, the task is {task}. Choose one of: {fitting}; or name another task with --task.");
        }

        return metric;
    }

    private static TrainingPlan Told(Training told, Schema schema, LearningTask task) => new()
    {
        Task = task,
        Target = schema.Target?.Name,
        Positive = told.Positive,
        Metric = told.Metric ?? "",
        ClassWeights = told.ClassWeights,
        Joins = told.Source is { Joins.Count: > 0 } source ? source.Joins : null,
        Seed = told.Seed,
        Folds = told.Folds,
        Learners = told.Only,
        Steps = told.Steps,
        Features = told.Features == FeatureChoice.All ? null : told.Features,
        Segments = told.Segments,
        Contamination = told.Contamination,
        Truth = told.Truth,
        Labels = told.Labels,
        StoreRows = told.StoreRows,
        Interpretable = told.Interpretable,
        Distill = told.Distill,
        MaximumLatencyMicroseconds = told.MaximumLatency?.TotalMicroseconds,
        MaximumSizeBytes = told.MaximumSize,
        Answering = told.Answering,
        Validation = told.Validation,
        Columns = schema.Columns,
    };

    /// <summary>The same without some columns: they are ignored, here and in the plan.</summary>
    public Question Without(IReadOnlyList<string> columns) => this with
    {
        Schema = new([.. Schema.Columns.Select(column => columns.Contains(column.Name) ? column with { Role = ColumnRole.Ignore } : column)]),
    };

    /// <summary>The rows in the schema's types, those without a target left out and counted; the others are copied then, as many as the memory holds.</summary>
    /// <exception cref="DataException">Cells cannot be read, or too few rows have a target.</exception>
    public (Question Question, LabelledRows Rows, IReadOnlyList<ColumnCounts> Counts, int WithoutTarget) Admit(MemoryShare memory)
    {
        var raw = memory.Rows;
        var admitted = Admission.Admit(raw, Schema, needsTarget: true);
        var (schema, table, warnings) = TrainingLevels.Keep(Schema, raw, admitted.Table);
        var rows = new LabelledRows(Task, schema, table) { Steps = NamedSteps.Parse(Plan.Steps) };
        var question = this with { Schema = schema, Findings = [.. Findings, .. warnings] };
        if (schema.Target is not { } spec)
        {
            return (question, rows with { Weights = WeightsOf(rows) }, admitted.Counts, 0);
        }

        var target = table[spec.Name];
        int[] known = [.. Enumerable.Range(0, raw.RowCount).Where(row => !target.IsMissing(row))];
        var left = raw.RowCount - known.Length;
        if (left > 0)
        {
            rows = rows.Take(known.Length <= memory.CopiedRows ? known : Array.ConvertAll(RowSample.Draw(known.Length, memory.CopiedRows, Plan.Seed), place => known[place]));
        }

        rows = rows with { Target = rows.Table[spec.Name], Weights = WeightsOf(rows) };
        TargetCheck.Check(rows);
        SchemeFaults.Check(Plan.Validation, rows);
        DistillFaults.Check(Plan, rows.Table.RowCount);
        rows = rows with { ClassWeights = ClassWeighting.Of(Plan.ClassWeights, rows.Target!) };
        return (question.ForClasses(rows.Target!), rows, admitted.Counts, left);
    }

    /// <summary>A word for people, as in plans.</summary>
    public static string Word(LearningTask task) => task.Name;

    private Question ForClasses(Column target)
    {
        var classes = target is CategoryColumn category && Task.AnswersClasses ? category.Levels : [];
        AnsweringFaults.Check(Plan.Answering, classes);
        FoldIntervalFaults.Check(Plan, Schema);
        var metric = Plan.Metric.Length > 0 ? Metric : BuiltInMetrics.Default(Task, classes.Count);
        var positive = Plan.Positive is { } name && classes.Count > 0 ? PositionOf(name, classes) : 1;
        return this with
        {
            Metric = metric,
            Positive = Math.Min(positive, Math.Max(0, classes.Count - 1)),
            Plan = Plan with { Metric = metric.Info.Name, Columns = [.. Schema.Columns.Select(column => column with { Levels = [] })] },
        };
    }

    private static int PositionOf(string name, IReadOnlyList<string> classes)
    {
        var position = classes.ToList().IndexOf(name);
        return position >= 0
            ? position
            : throw new OptionsException($"The positive class '{name}' does not occur in the target.{NearestName.Suggest(name, classes)} There are: {string.Join(", ", classes)}.");
    }

    /// <summary>How much each row counts; null where no column says so.</summary>
    /// <exception cref="DataException">A weight is no number of 0 or more.</exception>
    internal static double[]? WeightsOf(LabelledRows rows)
    {
        if (rows.Schema.WithRole(ColumnRole.Weight).FirstOrDefault() is not { } spec)
        {
            return null;
        }

        var weights = new double[rows.Table.RowCount];
        ((NumberColumn)rows.Table[spec.Name]).Values.CopyTo(weights);
        var wrong = Array.FindIndex(weights, weight => !(weight >= 0) || double.IsInfinity(weight));
        return wrong < 0
            ? weights
            : throw new DataException(FormattableString.Invariant(
                $"Column '{spec.Name}', row {wrong + 1}: a weight must be a number of 0 or more. Got '{weights[wrong]}'. Mend it, or leave the row out."));
    }
}
