using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Recording;
using Modelwright.Recording.Answering;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;
using Modelwright.Tasks;

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

    /// <summary>The column that says the truth about a model without a target; null where the target does.</summary>
    public string? Truth { get; init; }

    /// <summary>Rows left out because their target or truth is missing, or the target is a class that the model does not know.</summary>
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
    /// <exception cref="OptionsException">The package has no target.</exception>
    /// <exception cref="DataException">Columns are absent, cells are unreadable, or no row has a target.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Evaluation Of(Package package, Table raw, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(raw);
        if (package.Model.Schema.Target is null)
        {
            throw new OptionsException($"The package predicts no column (its task is '{package.Model.Task}'), so its answers are compared with a column that says the truth. Name that column with --truth.");
        }

        var labelled = LabelledPackage.Of(package, raw);
        if (labelled.Known.Length == 0)
        {
            throw new DataException($"No row has a value in the target '{package.Model.Schema.Target!.Name}' that the model knows. Bring rows whose answers are known.");
        }

        var (rows, reading, judged) = labelled.Judge(labelled.Known, threads, cancellation);
        return new()
        {
            ModelId = package.ModelId,
            Rows = labelled.Known.Length,
            RowsWithoutTarget = raw.RowCount - labelled.Known.Length,
            Figures = [.. Validation.Figures.All(reading.Pair(rows, judged), package.Model.Task, labelled.Metric, "shipped", "evaluation", rows.Groups)],
            Intervals = reading.Describe(rows, judged, new(labelled.Decision, judged), "evaluation").Intervals,
            Counts = labelled.Counts,
        };
    }

    /// <summary>Compares the answers of a package without a target with a column that says the truth.</summary>
    /// <param name="package">The package.</param>
    /// <param name="raw">Rows as a source gave them.</param>
    /// <param name="truth">Name of the column; a missing value is not counted.</param>
    /// <param name="tasks">What is known of tasks without a target; null means those that every program knows.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>The figures that the task has for it.</returns>
    /// <exception cref="OptionsException">The package has a target, or the column cannot say the truth about it.</exception>
    /// <exception cref="DataException">Columns are absent, cells are unreadable, or the column does not say the truth of the task.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Evaluation Against(Package package, Table raw, string truth, IReadOnlyList<TargetlessTask>? tasks = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(raw);
        ArgumentException.ThrowIfNullOrEmpty(truth);
        var (task, column) = TruthColumn.Of(package.Model, raw, truth, tasks ?? BuiltInTasks.Targetless);
        var admitted = Admission.Admit(raw, package.Model.Schema, needsTarget: false);
        cancellation.ThrowIfCancellationRequested();
        var known = Enumerable.Range(0, raw.RowCount).Count(row => !column.IsMissing(row));
        return new()
        {
            ModelId = package.ModelId,
            Truth = truth,
            Rows = known,
            RowsWithoutTarget = raw.RowCount - known,
            Figures = task.Against(column, package.Model.Form, admitted.Table),
            Counts = admitted.Counts,
        };
    }
}
