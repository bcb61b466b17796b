using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Measures;
using Modelwright.Recording;
using Modelwright.Recording.Answering;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;
using Modelwright.Validation;
using Modelwright.Validation.Answering;

namespace Modelwright;

/// <summary>A package with labelled rows as it reads them.</summary>
internal sealed class LabelledPackage
{
    private readonly Model _model;
    private readonly Table _table;
    private readonly TrainingPlan _plan;

    private LabelledPackage(Model model, TrainingPlan plan, Admitted admitted)
    {
        _model = model;
        _table = admitted.Table;
        _plan = plan;
        Counts = admitted.Counts;
        Metric = BuiltInMetrics.Get(_plan.Metric);
        var target = _table[_model.Schema.Target!.Name];
        Known = [.. Enumerable.Range(0, Count).Where(row => !target.IsMissing(row))];
    }

    /// <summary>Number of rows.</summary>
    public int Count => _table.RowCount;

    /// <summary>Rows whose target the model knows, ascending.</summary>
    public int[] Known { get; }

    /// <summary>The metric of the package's plan.</summary>
    public IMetric Metric { get; }

    /// <summary>What was missing, unseen or unreadable, by column.</summary>
    public IReadOnlyList<ColumnCounts> Counts { get; }

    /// <summary>How its answers are read.</summary>
    public AnsweringDecision Decision => new() { Decision = _model.Rules.Decision, Sets = _model.Rules.Sets, Intervals = _model.Rules.Intervals, FoldIntervals = _model.Rules.FoldIntervals };

    /// <summary>Brings rows to the types of a package.</summary>
    /// <exception cref="OptionsException">The package has no target.</exception>
    /// <exception cref="DataException">Columns are absent, or cells are unreadable.</exception>
    public static LabelledPackage Of(Package package, Table raw) => package.Model.Schema.Target is null
        ? throw new OptionsException("The package has no target, so it cannot be scored. Bring a package of a task with a target.")
        : new(package.Model, Documents.ReadPlan(package.PlanJson, "plan.json of the package"), Admission.Admit(raw, package.Model.Schema, needsTarget: true));

    /// <summary>The same package with other rows.</summary>
    /// <exception cref="DataException">Columns are absent, or cells are unreadable.</exception>
    public LabelledPackage With(Table raw) => new(_model, _plan, Admission.Admit(raw, _model.Schema, needsTarget: true));

    /// <summary>The named rows in the types of the package.</summary>
    public Table Take(int[] rows) => _table.Take(rows);

    /// <summary>One number a row where rows belong together; else null.</summary>
    public int[]? GroupsOf(int[] some) => new LabelledRows(_model.Task, _model.Schema, _table.Take(some)).Groups;

    /// <summary>The answers to some rows, with the numbers of their groups where there are groups.</summary>
    public (Answers Answers, int[]? Groups) Answer(int[] some, int threads, CancellationToken cancellation)
    {
        var (rows, reading, judged) = Judge(some, threads, cancellation);
        return (reading.Pair(rows, judged), rows.Groups);
    }

    /// <summary>The named rows, and what the package says of them.</summary>
    public (LabelledRows Rows, AnswerReading Reading, JudgedRows Judged) Judge(int[] some, int threads, CancellationToken cancellation)
    {
        var rows = new LabelledRows(_model.Task, _model.Schema, _table.Take(some));
        rows = rows with { Target = rows.Table[_model.Schema.Target!.Name], Weights = Question.WeightsOf(rows) };
        var reading = AnswerKind.For(rows, PositionOf(_plan.Positive, rows.Target)).Reading(AnsweringPlan.Usual);
        return (rows, reading, reading.Judge(rows, RawAnswers.Of(_model.Form, rows.Table, Decision, threads, cancellation), Decision));
    }

    private static int PositionOf(string? positive, Column? target)
    {
        var classes = target is CategoryColumn category ? category.Levels : [];
        var position = positive is null ? -1 : classes.ToList().IndexOf(positive);
        return position >= 0 ? position : Math.Min(1, Math.Max(0, classes.Count - 1));
    }
}
