using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Features;
using Modelwright.Findings;
using Modelwright.Profile;
using Modelwright.Recording;
using Modelwright.Recording.Answering;
using Modelwright.Recording.Runs;
using Modelwright.Running;
using Modelwright.Search.Limits;
using Modelwright.Search.Resuming;
using Modelwright.Sources;
using Modelwright.Tasks;
using Modelwright.Validation.Answering;
using Modelwright.Validation.Schemes;

namespace Modelwright;

/// <summary>
/// A training run as it is told: rows, what to predict, and limits. Everything but the table and the learners has a good
/// default. Immutable; may be run more than once.
/// </summary>
/// <param name="Table">The rows to learn from.</param>
/// <param name="Target">Name of the column to predict; null where a plan names it.</param>
public sealed record Training(Table Table, string? Target)
{
    /// <summary>The budget where neither a budget nor a number of trials is given.</summary>
    public static readonly TimeSpan DefaultBudget = TimeSpan.FromSeconds(60);

    /// <summary>The learners to choose from; a host brings them: <c>new LearnerCatalog().AddBuiltIn().AddLightGbm()</c>.</summary>
    public required LearnerCatalog Learners { get; init; }

    /// <summary>Names of learners to choose from; empty means all in the catalog.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Wall-clock limit of the whole run; null means 60 s, or none where <see cref="Trials"/> is given.</summary>
    public TimeSpan? Budget { get; init; }

    /// <summary>Number of trials besides the baseline; null leaves it to the budget.</summary>
    public int? Trials { get; init; }

    /// <summary>Bytes the process may take at its peak; null means no limit.</summary>
    public long? Memory { get; init; }

    /// <summary>Threads; default all processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The only origin of chance.</summary>
    public int Seed { get; init; }

    /// <summary>What is asked; null lets the target decide.</summary>
    public LearningTask? Task { get; init; }

    /// <summary>Name of the metric that is to be best; null means ROC AUC for two classes, log loss for more, RMSE for numbers.</summary>
    public string? Metric { get; init; }

    /// <summary>For two classes: the class that counts as positive; null means the second in ordinal order.</summary>
    public string? Positive { get; init; }

    /// <summary>
    /// How much classes count in a fit, by name; a class that is not named counts 1. The one entry "balanced" (with any
    /// value) makes every class count the same in sum. Figures are not touched by it.
    /// </summary>
    public IReadOnlyDictionary<string, double> ClassWeights { get; init; } = new Dictionary<string, double>();

    /// <summary>Types that differ from what the data suggests, by column name.</summary>
    public IReadOnlyDictionary<string, ColumnType> Types { get; init; } = new Dictionary<string, ColumnType>();

    /// <summary>Roles that differ from what the data suggests, by column name.</summary>
    public IReadOnlyDictionary<string, ColumnRole> Roles { get; init; } = new Dictionary<string, ColumnRole>();

    /// <summary>Columns not to use.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>Steps to take before those that are chosen, such as "clip:income,arithmetic:income/debt", or "plain" for only what a learner must have; null leaves all to the planner. docs/features.md says how they are written.</summary>
    public string? Steps { get; init; }

    /// <summary>
    /// Which columns are used: all (default), those that tell more than noise, or the fewest that are as good as all within one
    /// standard error. A choice seals rows for the figures, from 50 rows on.
    /// </summary>
    public FeatureChoice Features { get; init; }

    /// <summary>
    /// Whether models that hold training rows may enter the package; whoever gets it can then read those rows. Without it such
    /// learners are tried as evidence, and the choice is made among the others.
    /// </summary>
    public bool StoreRows { get; init; }

    /// <summary>Whether the model must be one that can be read in full: only learners of such models are tried, and one model is shipped.</summary>
    public bool Interpretable { get; init; }

    /// <summary>
    /// Whether one small model is shipped that learned from what the best one answers. It keeps <see cref="MaximumSize"/>,
    /// <see cref="MaximumLatency"/> and <see cref="Interpretable"/>; without a size it takes about a tenth of the best one, 20 KB to 1 MB.
    /// Rows are sealed for its figures, from 50 rows on.
    /// </summary>
    public bool Distill { get; init; }

    /// <summary>The longest that the answer to one row may take, as the median on this machine; null means no limit.</summary>
    public TimeSpan? MaximumLatency { get; init; }

    /// <summary>The most bytes that the model may take in the package; null means no limit.</summary>
    public long? MaximumSize { get; init; }

    /// <summary>For segments: how many, from 2 to 500; null lets the data tell.</summary>
    public int? Segments { get; init; }

    /// <summary>For anomalies: the share of the rows that are, above 0 and at most 0.5; null lets the data tell.</summary>
    public double? Contamination { get; init; }

    /// <summary>For tasks without a target: a column that says the truth; training does not see it, and the answers are compared with it. Null for none.</summary>
    public string? Truth { get; init; }

    /// <summary>What the life cycle knows of tasks without a target; a host may add its own.</summary>
    public IReadOnlyList<TargetlessTask> Tasks { get; init; } = BuiltInTasks.Targetless;

    /// <summary>Number of folds, 2 or more; null leaves it to the size of the data.</summary>
    public int? Folds { get; init; }

    /// <summary>How the run is validated: sealed, nested, repeated, leaving one out, forward in time; null leaves it to the size of the data.</summary>
    public ValidationPlan? Validation { get; init; }

    /// <summary>Whether to find out if more rows would help, by fits on growing parts of them; it takes up to a sixth of the budget, and the model does not depend on it.</summary>
    public bool LearningCurve { get; init; }

    /// <summary>How answers are read: calibration, decision by threshold or costs, how often intervals and sets hold the truth; null means as usual.</summary>
    public AnsweringPlan? Answering { get; init; }

    /// <summary>0-based rows of the table that are kept out of training and scored at the end.</summary>
    public IReadOnlyList<int> TestRows { get; init; } = [];

    /// <summary>Other rows that are scored at the end; takes the place of <see cref="TestRows"/>.</summary>
    public Table? Test { get; init; }

    /// <summary>What <see cref="Inspect"/> found in these rows, so that it is not looked for again; null lets the run look.</summary>
    public DataProfile? Profile { get; init; }

    /// <summary>What is done with columns of which a severe leak is found; default: only exact copies of the target are left out.</summary>
    public LeakChoice Leaks { get; init; }

    /// <summary>
    /// What <see cref="FindLeaks"/> found in these rows, with the choices that were made ('drop' or 'keep' in
    /// <see cref="Finding.Choice"/>; null leaves them to <see cref="Leaks"/>); null lets the run look.
    /// </summary>
    public IReadOnlyList<Finding>? Findings { get; init; }

    /// <summary>A plan to follow: what it says of columns, task and metric holds; if it is finished it is repeated as it is.</summary>
    public TrainingPlan? Plan { get; init; }

    /// <summary>What the source said of the file, for the evidence.</summary>
    public SourceReport? Source { get; init; }

    /// <summary>How the run is recorded, or which recorded run is gone on with; null records nothing.</summary>
    public RecordOptions? Record { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The record of this run; null where none is kept.</summary>
    internal RunSession? Session { get; init; }

    /// <summary>The trials that this run has finished; null where they are not kept.</summary>
    internal TrialJournal? Journal { get; init; }

    /// <summary>Whether rows apart from training are to be scored at the end.</summary>
    internal bool HasTest => TestRows.Count > 0 || Test is not null;

    /// <summary>Rows to be scored at the end.</summary>
    internal int TestCount => TestRows.Count > 0 ? TestRows.Count : Test?.RowCount ?? 0;

    /// <summary>What the profile is told.</summary>
    internal ProfileOptions ProfileOptions => new() { Target = Labels is null ? Target : null, Types = Types, Roles = Roles, Ignore = [.. Ignore, .. new[] { Truth, Labels }.OfType<string>()], Task = Task, Source = Source };

    /// <summary>The column named as the target, where the task learns from labels and predicts no column; else null.</summary>
    internal string? Labels => Plan is null && Tasks.FirstOrDefault(known => known.Task == Task) is { LabelTask: not null } ? Target : null;

    /// <summary>The limit that holds: the budget, or the usual one where nothing was told.</summary>
    internal TimeSpan? Limit => Budget ?? (Trials is null ? DefaultBudget : null);

    /// <summary>What the run will find in its rows: by its schema other rows, such as those of <see cref="Test"/>, are read as these were.</summary>
    /// <param name="cancellation">Asks to end at once.</param>
    /// <returns>The profile, for <see cref="Profile"/> of the same training.</returns>
    /// <exception cref="OptionsException">Options contradict the data or each other; the text lists all.</exception>
    public DataProfile Inspect(CancellationToken cancellation = default)
    {
        Validate();
        return Profiler.Inspect(MemoryShare.Fit(Modelwright.TestRows.Apart(this).Training, Memory, Seed, RowOrder.Matters(this)).Rows, ProfileOptions, cancellation);
    }

    /// <summary>The leaks that the run will find in its rows, for a person to choose before it starts.</summary>
    /// <param name="cancellation">Asks to end at once.</param>
    /// <returns>Findings, the most severe first, for <see cref="Findings"/> of the same training; none beside a finished plan.</returns>
    /// <exception cref="OptionsException">Options contradict the data or each other; the text lists all.</exception>
    /// <exception cref="DataException">The rows cannot be learned from.</exception>
    public IReadOnlyList<Finding> FindLeaks(CancellationToken cancellation = default) => LeakStage.Find(this, Profile ?? Inspect(cancellation), cancellation);

    /// <summary>Checks what can be checked without looking at the data.</summary>
    /// <exception cref="OptionsException">Options are out of range or contradict each other; the text lists all.</exception>
    internal void Validate()
    {
        string[] faults = [.. Faults()];
        if (faults.Length > 0)
        {
            throw new OptionsException(string.Join('\n', faults));
        }
    }

    /// <summary>Trains.</summary>
    /// <param name="progress">Told after every trial and at every stage; may be called from another thread.</param>
    /// <param name="stop">Asks to stop and keep the best so far.</param>
    /// <returns>The run; there is always a usable model in it.</returns>
    /// <exception cref="OptionsException">Options contradict the data or each other; the text lists all.</exception>
    /// <exception cref="DataException">The rows cannot be learned from.</exception>
    /// <exception cref="OperationCanceledException">Stopped before there was a model.</exception>
    public Task<TrainingRun> RunAsync(IProgress<TrainingProgress>? progress = null, CancellationToken stop = default) =>
        System.Threading.Tasks.Task.Run(() => RecordedTraining.Train(this, progress, stop), CancellationToken.None);

    /// <summary>A number that the clock or the machine gave: the one that a run which goes on began with.</summary>
    internal double Recorded(string name, double now) => Journal?.Recorded(name, now) ?? now;

    private IEnumerable<string> Faults()
    {
        if (Budget is { } budget && budget < TimeSpan.FromSeconds(1))
        {
            yield return FormattableString.Invariant($"Budget must be at least 1 s. Got {budget.TotalSeconds} s. Give it as '60s', '5m' or '1h'.");
        }

        if (Trials < 1)
        {
            yield return $"Trials must be 1 or more. Got {Trials}. Leave it out to let the budget decide.";
        }

        if (Threads < 1)
        {
            yield return $"Threads must be 1 or more. Got {Threads}. Leave it out for one a processor.";
        }

        if (Folds is < 2 or > 50)
        {
            yield return $"Folds must be from 2 to 50. Got {Folds}. Leave it out to let the size of the data decide.";
        }

        if (StepFaults() is { } faults)
        {
            yield return faults;
        }

        foreach (var fault in TargetlessFaults.Of(this).Concat(LimitFaults()).Concat(ValidationFaults()))
        {
            yield return fault;
        }

        if (TestRows.Count > 0 && Test is not null)
        {
            yield return "Test rows are named both as row numbers and as a file. Use one of --test-rows and --test.";
        }
    }

    private IEnumerable<string> ValidationFaults()
    {
        var (validation, answering, folds) = Plan is null ? (Validation, Answering, Folds) : (Plan.Validation, Plan.Answering, Plan.Folds);
        var isLimited = Plan is null ? Interpretable || Distill || MaximumLatency is not null || MaximumSize is not null : Plan.Distill || ModelLimits.Of(Plan).IsAny;
        return SchemeFaults.Of(validation ?? new(), folds)
            .Concat(DistillFaults.Of(Plan?.Distill ?? Distill, validation))
            .Concat(SelectionFaults.Of(Plan is null ? Features : Plan.Features, validation))
            .Concat(AnsweringFaults.Of(answering ?? AnsweringPlan.Usual))
            .Concat(FoldIntervalFaults.Of(answering ?? AnsweringPlan.Usual, validation?.Scheme ?? ValidationScheme.Auto, folds, isLimited));
    }

    private IEnumerable<string> LimitFaults()
    {
        if (MaximumLatency is { } latency && latency < TimeSpan.FromMicroseconds(1))
        {
            yield return FormattableString.Invariant($"MaximumLatency must be at least 1 us. Got {latency.TotalMicroseconds} us. Give it as '50us' or '2ms'.");
        }

        if (MaximumSize < 1)
        {
            yield return $"MaximumSize must be 1 byte or more. Got {MaximumSize}. Give it as '100KB' or '1MB'.";
        }
    }

    private string? StepFaults()
    {
        try
        {
            NamedSteps.Parse(Plan is null ? Steps : Plan.Steps);
            return null;
        }
        catch (OptionsException fault)
        {
            return fault.Message;
        }
    }
}
