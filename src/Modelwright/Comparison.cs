using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Measures;
using Modelwright.Measures.Comparing;
using Modelwright.Recording;
using Modelwright.Running;
using Modelwright.Runtime.Packaging;

namespace Modelwright;

/// <summary>Which of two packages is better on the same labelled rows, and how sure that is.</summary>
public sealed record Comparison
{
    /// <summary>A p-value below it is beyond doubt.</summary>
    public const double Doubt = 0.05;

    private Comparison()
    {
    }

    /// <summary>The first model.</summary>
    public required string FirstModelId { get; init; }

    /// <summary>The second model.</summary>
    public required string SecondModelId { get; init; }

    /// <summary>Rows that both were scored on.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows left out because their target is missing, or a class that a model does not know.</summary>
    public required int RowsWithoutTarget { get; init; }

    /// <summary>What a row costs: 'log_loss' or 'brier' for classes, 'squared_error' or 'absolute_error' for numbers.</summary>
    public required string Loss { get; init; }

    /// <summary>The test on what each row costs.</summary>
    public required PairedLosses Losses { get; init; }

    /// <summary>Every metric of the task for both, the main one of the first package first.</summary>
    public required IReadOnlyList<MetricDifference> Metrics { get; init; }

    /// <summary>'better' or 'worse' where the second model is so beyond doubt, else 'no_difference'.</summary>
    public string Verdict => Losses.PValue >= Doubt || Losses.Difference == 0 ? "no_difference" : Losses.Difference < 0 ? "better" : "worse";

    /// <summary>Compares. Rows that a model was trained on favour that model.</summary>
    /// <param name="first">The package to compare with.</param>
    /// <param name="second">The package that is judged.</param>
    /// <param name="rows">Rows as a source gave them, the target among them.</param>
    /// <param name="secondRows">The same rows as the second package reads them; null where they read alike.</param>
    /// <param name="threads">Threads to use; 1 or more. The answer is the same at any number.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>The comparison; the same for the same rows.</returns>
    /// <exception cref="OptionsException">The packages do not answer the same question.</exception>
    /// <exception cref="DataException">Columns are absent, or no row has a target that both know.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Comparison Of(Package first, Package second, Table rows, Table? secondRows = null, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(rows);
        SameQuestion.Check(first.Model, second.Model);
        var (one, other) = (LabelledPackage.Of(first, rows), LabelledPackage.Of(second, secondRows ?? rows));
        if (one.Count != other.Count)
        {
            throw new DataException($"The first package reads {one.Count} rows, the second {other.Count}. Bring the same rows for both.");
        }

        int[] known = [.. one.Known.Intersect(other.Known)];
        if (known.Length == 0)
        {
            throw new DataException($"No row has a value in the target '{first.Model.Schema.Target!.Name}' that both models know. Bring rows whose answers are known.");
        }

        var (firstAnswers, groups) = one.Answer(known, threads, cancellation);
        var (secondAnswers, _) = other.Answer(known, threads, cancellation);
        var loss = RowLosses.For(one.Metric.Info);
        return new()
        {
            FirstModelId = first.ModelId,
            SecondModelId = second.ModelId,
            Rows = known.Length,
            RowsWithoutTarget = one.Count - known.Length,
            Loss = loss,
            Losses = PairedLosses.Of(RowLosses.Of(loss, firstAnswers), RowLosses.Of(loss, secondAnswers), firstAnswers.Weights, groups, cancellation: cancellation),
            Metrics = [.. BuiltInMetrics.For(first.Model.Task).OrderByDescending(metric => metric.Info.Name == one.Metric.Info.Name).Select(metric => Difference(metric, firstAnswers, secondAnswers, groups))],
        };
    }

    private static MetricDifference Difference(IMetric metric, Answers first, Answers second, int[]? groups)
    {
        var difference = ((IPairedMetric)metric).Difference(first, second, groups);
        return new()
        {
            Metric = metric.Info.Name,
            First = metric.Score(first),
            Second = metric.Score(second),
            Difference = difference.Value,
            StandardError = difference.StandardError,
            Lower = difference.Lower,
            Upper = difference.Upper,
            HigherIsBetter = metric.Info.HigherIsBetter,
        };
    }
}
