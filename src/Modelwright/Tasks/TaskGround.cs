using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Features;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Search;
using Modelwright.Validation;

namespace Modelwright.Tasks;

/// <summary>What a task without a target works with: rows, learners, and fits of them, each done once. Not safe from several threads.</summary>
public sealed class TaskGround
{
    private readonly LabelledRows _rows;
    private readonly FeatureCache _features;
    private readonly Action<double, string> _progress;
    private readonly Dictionary<string, double[]> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object> _made = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FittedMember> _fitted = new(StringComparer.Ordinal);
    private RunClock _clock;

    internal TaskGround(LabelledRows rows, IReadOnlyList<ILearner> learners, RunClock clock, Action<double, string> progress)
    {
        (_rows, Learners, _clock, _progress) = (rows, learners, clock, progress);
        _features = new(rows, memoryLimit: 0);
    }

    /// <summary>The rows in the types of the schema.</summary>
    public Table Rows => _rows.Table;

    /// <summary>The meaning of the columns.</summary>
    public Schema Schema => _rows.Schema;

    /// <summary>What is asked.</summary>
    public LearningTask Task => _rows.Task;

    /// <summary>How much each row counts; null means one each.</summary>
    public IReadOnlyList<double>? Weights => _rows.Weights;

    /// <summary>The learners to choose from, of which each is available here and may be shipped; one or more.</summary>
    public IReadOnlyList<ILearner> Learners { get; }

    /// <summary>What is known of some rows, a value a row, missing where nothing is; null where no column of labels was named. No feature is made of it.</summary>
    public CategoryColumn? Labels { get; init; }

    /// <summary>The learners that may learn from labels, of the task's <see cref="TargetlessTask.LabelTask"/>; none where there are no labels.</summary>
    public IReadOnlyList<ILearner> LabelLearners { get; init; } = [];

    /// <summary>The way features are made.</summary>
    internal FeatureVariant Variant { get; init; } = FeatureVariant.Standard;

    /// <summary>What a person told.</summary>
    public TaskOptions Options { get; init; } = TaskOptions.None;

    /// <summary>Rows that a plan which is repeated was made from, the last of the table; 0 means all, or that it is to be decided.</summary>
    public int SampleRows { get; init; }

    /// <summary>The only origin of chance.</summary>
    public int Seed { get; init; }

    /// <summary>Threads to use.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Asks to stop and keep the best so far.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Seconds left for trying; infinity without a budget.</summary>
    public double SecondsLeft => _clock.Left;

    /// <summary>Whether there is time for more.</summary>
    public bool MayGoOn => !Stop.IsCancellationRequested && _clock.Left > 0;

    /// <summary>The timestamp at which fits are to end; null without a budget.</summary>
    public long? Deadline => _clock.IsLimited ? _clock.In(_clock.Left) : null;

    /// <summary>The clock.</summary>
    public TimeProvider Time => _clock.Time;

    /// <summary>Goes on by another clock: what was kept of the budget while members were tried is for the fits that follow.</summary>
    /// <param name="clock">The clock of all that follows.</param>
    internal void GoOn(RunClock clock) => _clock = clock;

    /// <summary>Says how far the choice is.</summary>
    /// <param name="share">From 0 to 1.</param>
    /// <param name="message">One sentence for a person.</param>
    public void Report(double share, string message) => _progress(share, message);

    /// <summary>What a learner may know before a fit.</summary>
    /// <param name="learner">The learner.</param>
    /// <returns>The shape of its features.</returns>
    public DataShape Shape(ILearner learner)
    {
        var table = Features(learner);
        var numbers = table.Columns.Count(column => column.Type == ColumnType.Number);
        return new(_rows.Task, table.RowCount, numbers, table.Columns.Count - numbers, 0) { Seconds = Math.Max(0.1, _clock.Left) };
    }

    /// <summary>The rows as a learner sees them.</summary>
    /// <param name="learner">The learner.</param>
    /// <returns>Features, a row each.</returns>
    /// <exception cref="DataException">No column is left.</exception>
    public Table Features(ILearner learner) => Whole(learner).Set.Features is { Columns.Count: > 0 } features
        ? features
        : throw new DataException("No column is left to learn from: all are ids, without a value, the same in all rows, or ignored. Name roles with --roles, or bring more columns.");

    /// <summary>The rows as a learner sees them, and the steps that made them so.</summary>
    internal (IReadOnlyList<Runtime.Steps.IFittedStep> Steps, Table Features) Prepared(ILearner learner)
    {
        var (steps, set, _) = Whole(learner);
        return (steps, set.Features);
    }

    /// <summary>Fits a member on all rows; the same member is fitted once.</summary>
    /// <param name="member">What to fit.</param>
    /// <returns>The fit.</returns>
    public FittedMember Fit(TaskMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        if (!_fitted.TryGetValue(member.Key, out var fitted))
        {
            var start = Time.GetTimestamp();
            var fit = member.Learner.Fit(Whole(member.Learner).Set, member.Values, Context(member.Seed));
            fitted = Keep(member, fit, Time.GetElapsedTime(start).TotalSeconds);
        }

        return fitted;
    }

    /// <summary>Fits several settings of a learner on all rows, together where the learner can.</summary>
    /// <param name="learner">The learner.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="seed">The chance of the fits.</param>
    /// <returns>One a setting, in order.</returns>
    public IReadOnlyList<FittedMember> FitSeveral(ILearner learner, IReadOnlyList<ParameterValues> settings, int seed)
    {
        ArgumentNullException.ThrowIfNull(settings);
        TaskMember[] members = [.. settings.Select(values => new TaskMember(learner, values, seed))];
        TaskMember[] missing = [.. members.Where(member => !_fitted.ContainsKey(member.Key))];
        if (learner is IFitsSeveral several && missing.Length > 1)
        {
            var start = Time.GetTimestamp();
            var fits = several.FitSeveral(Whole(learner).Set, [.. missing.Select(member => member.Values)], Context(seed));
            var seconds = Time.GetElapsedTime(start).TotalSeconds / missing.Length;
            for (var place = 0; place < missing.Length; place++)
            {
                Keep(missing[place], fits[place], seconds);
            }
        }

        return [.. members.Select(Fit)];
    }

    /// <summary>What a member answered to all rows, where that was kept.</summary>
    /// <param name="member">The member.</param>
    /// <returns>The answers; null where nothing was kept.</returns>
    internal double[]? Answered(TaskMember member) => _answers.GetValueOrDefault(member.Key);

    /// <summary>Keeps what a member answered to all rows, so that it is not asked twice.</summary>
    /// <param name="member">The member.</param>
    /// <param name="answers">Its answers.</param>
    internal void Keep(TaskMember member, double[] answers) => _answers[member.Key] = answers;

    /// <summary>What is dear to make of a member, made once.</summary>
    /// <param name="member">The member.</param>
    /// <param name="make">Makes it.</param>
    internal T Once<T>(TaskMember member, Func<T> make)
        where T : class
    {
        if (!_made.TryGetValue(member.Key, out var made))
        {
            made = make();
            _made[member.Key] = made;
        }

        return (T)made;
    }

    private FittedMember Keep(TaskMember member, Fitted fit, double seconds)
    {
        var (steps, set, _) = Whole(member.Learner);
        var repeating = fit.Report.End == FitEnd.Deadline ? member with { Values = fit.Report.Decided } : member;
        var fitted = new FittedMember(repeating, PipelineForm.Of(steps, fit.Form), fit.Report) { Seconds = seconds, Inner = fit.Form, Features = set.Features };
        _fitted[member.Key] = fitted;
        _fitted[repeating.Key] = fitted;
        return fitted;
    }

    /// <summary>How a fit of this ground is done.</summary>
    internal FitContext Context(int seed) => new() { Seed = seed, Threads = Threads, Cancellation = Stop, Time = Time, Deadline = Deadline };

    private (IReadOnlyList<Runtime.Steps.IFittedStep> Steps, TrainingSet Set, string Key) Whole(ILearner learner) => _features.Whole(learner.Info, Variant, Stop);
}
