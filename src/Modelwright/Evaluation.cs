using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Recording;
using Modelwright.Recording.Answering;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;

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
        ArgumentNullException.ThrowIfNull(raw);
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
}
