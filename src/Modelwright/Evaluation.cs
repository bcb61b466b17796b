using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Measures;
using Modelwright.Recording;
using Modelwright.Recording.Answering;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;
using Modelwright.Validation;

namespace Modelwright;

/// <summary>How good a package is on labelled rows.</summary>
public sealed record Evaluation
{
    private Evaluation()
    {
    }

    /// <summary>The model that was scored.</summary>
    public required string ModelId { get; init; }

    /// <summary>Rows that were scored.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows left out because their target is missing, or a class that the model does not know.</summary>
    public required int RowsWithoutTarget { get; init; }

    /// <summary>Every metric of the task, that of the plan first.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>How often prediction intervals or sets held the truth, and how wide they were; null where the package has none.</summary>
    public EvidenceIntervals? Intervals { get; init; }

    /// <summary>What was missing, unseen or unreadable, by column.</summary>
    public required IReadOnlyList<ColumnCounts> Counts { get; init; }

    /// <summary>Scores a package. Rows that the model was trained on give figures that are too good.</summary>
    /// <param name="package">The package.</param>
    /// <param name="raw">Rows as a source gave them, the target and the weight column (where there was one) among them.</param>
    /// <param name="threads">Threads to use; 1 or more. The figures are the same at any number.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>The figures, each with its standard error and 95 % interval.</returns>
    /// <exception cref="DataException">Columns are absent, cells are unreadable, or no row has a target.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Evaluation Of(Package package, Table raw, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(package);
        var model = package.Model;
        var admitted = Admission.Admit(raw, model.Schema, needsTarget: true);
        var target = model.Schema.Target is { } spec
            ? admitted.Table[spec.Name]
            : throw new OptionsException("The package has no target, so it cannot be scored. Bring a package of a task with a target.");
        int[] known = [.. Enumerable.Range(0, raw.RowCount).Where(row => !target.IsMissing(row))];
        if (known.Length == 0)
        {
            throw new DataException($"No row has a value in the target '{target.Name}' that the model knows. Bring rows whose answers are known.");
        }

        var rows = new LabelledRows(model.Task, model.Schema, admitted.Table.Take(known));
        rows = rows with { Target = rows.Table[target.Name], Weights = Question.WeightsOf(rows) };
        var plan = Documents.ReadPlan(package.PlanJson, "plan.json of the package");
        var kind = AnswerKind.For(rows, PositionOf(plan.Positive, rows.Target));
        var predictions = ModelAnswers.Of(model.Form, rows.Table, threads, cancellation);
        var reading = kind.Reading(AnsweringPlan.Usual);
        var decision = new AnsweringDecision { Decision = model.Rules.Decision, Sets = model.Rules.Sets, Intervals = model.Rules.Intervals };
        var judged = reading.Judge(rows, predictions, decision);
        return new()
        {
            ModelId = package.ModelId,
            Rows = known.Length,
            RowsWithoutTarget = raw.RowCount - known.Length,
            Figures = [.. Validation.Figures.All(reading.Pair(rows, judged), model.Task, BuiltInMetrics.Get(plan.Metric), "shipped", "evaluation", rows.Groups)],
            Intervals = reading.Describe(rows, judged, new(decision, judged), "evaluation").Intervals,
            Counts = admitted.Counts,
        };
    }

    private static int PositionOf(string? positive, Column? target)
    {
        var classes = target is CategoryColumn category ? category.Levels : [];
        var position = positive is null ? -1 : classes.ToList().IndexOf(positive);
        return position >= 0 ? position : Math.Min(1, Math.Max(0, classes.Count - 1));
    }
}
