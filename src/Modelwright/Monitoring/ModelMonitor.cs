using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Measures;
using Modelwright.Monitoring.Drift;
using Modelwright.Monitoring.Performance;
using Modelwright.Monitoring.Quality;
using Modelwright.Monitoring.References;
using Modelwright.Monitoring.Windows;
using Modelwright.Runtime.Packaging;
using Modelwright.Stress;
using Modelwright.Stress.Slices;
using Modelwright.Validation;

namespace Modelwright.Monitoring;

/// <summary>Judges windows of rows against a reference: faults in data, drift, estimated and realised performance. Safe from any thread.</summary>
public sealed class ModelMonitor
{
    private const int FewestLabels = 30;
    private readonly Package _package;
    private readonly MonitorOptions _options;
    private readonly ReferenceDocument _reference;

    /// <summary>Makes a monitor.</summary>
    /// <param name="package">The model.</param>
    /// <param name="reference">What its windows are held against.</param>
    /// <param name="options">How; null means the defaults.</param>
    /// <exception cref="OptionsException">The reference is of another model, does not go with the package, or an option is out of range.</exception>
    public ModelMonitor(Package package, MonitorReference reference, MonitorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(reference);
        (_package, _options, _reference) = (package, options ?? new(), reference.Document);
        _options.Validate();
        if (reference.ModelId != package.ModelId)
        {
            throw new OptionsException($"The reference is of the model {Short(reference.ModelId)}, and the package holds the model {Short(package.ModelId)}. Learn the reference anew for this package.");
        }

        if (ReferenceFit.Fault(_reference, package) is { } fault)
        {
            throw new OptionsException($"The reference does not go with the package: {fault} Learn it anew for this package.");
        }
    }

    /// <summary>Judges a window.</summary>
    /// <param name="window">Rows as a source gave them; with labels in the target's column for all of them, some or none.</param>
    /// <param name="name">What the report calls the window.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>The report; the same for the same rows, reference and options.</returns>
    /// <exception cref="DataException">The window has no rows.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public WindowReport Judge(Table window, string name = "window", CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(window);
        var rows = WindowRows.Of(_package.Model.Schema, window);
        var answered = AnsweredRows.Of(_package, rows, _options.Threads, cancellation);
        Column[] cells = [.. _reference.Columns.Select(column => ColumnCells.Comparable(rows.Table[column.Name]))];
        int[][] codes = [.. cells.Zip(_reference.Columns, ColumnCells.Codes)];
        var answers = answered?.Columns() ?? [];
        var target = rows.Labelled.Length >= FewestLabels ? rows.Table[_package.Model.Schema.Target!.Name].Take(rows.Labelled) : null;
        var drift = new DriftStage(_reference, cells, codes).Run(answers, target, cancellation);
        var notLooked = new List<string>(_reference.Notes);
        var performance = Performance(rows, answered, answers, codes, notLooked);
        var slices = Slices(rows, answered, notLooked, cancellation);
        string[] drifted = [.. drift.Where(figure => figure is { HasDrifted: true, Of: "column" }).Select(figure => figure.Name)];
        WindowFinding[] findings =
        [
            .. new QualityStage(_reference, rows).Run(_options.CountsRepeats),
            .. answered?.Metric is { } main ? PerformanceStage.Findings(performance, main.Info.Name, drifted) : [],
            .. DriftStage.Findings(drift),
            .. slices is null ? [] : slices.Slices.Select(slice => new WindowFinding("weak_slice", null, IsAlarm: false, slice.Score.Value, slice.OtherScore.Value, slice.PValue, slice.Sentence)),
        ];
        return new()
        {
            Name = name,
            ModelId = _package.ModelId,
            Rows = window.RowCount,
            LabelledRows = rows.Labelled.Length,
            ReferenceRows = _reference.Rows,
            Findings = [.. findings.OrderByDescending(finding => finding.IsAlarm)],
            Drift = drift,
            Performance = performance,
            Slices = slices,
            NotLooked = notLooked,
        };
    }

    /// <summary>Judges windows one after another.</summary>
    /// <param name="windows">In the order of time.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>Their reports with the trend.</returns>
    /// <exception cref="DataException">A window has no rows.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public MonitorHistory JudgeAll(IEnumerable<WindowCut> windows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(windows);
        return MonitorHistory.Of([.. windows.Select(window => Judge(window.Rows, window.Name, cancellation))]);
    }

    private WindowFigure[] Performance(WindowRows rows, AnsweredRows? answered, IReadOnlyList<Column> answers, int[][] codes, List<string> notLooked)
    {
        if (answered is null)
        {
            notLooked.Add(_package.Model.Form is IReadsInOrder
                ? "The answers were not looked at: this model answers a row by those before it. Watch its columns here, and its answers with 'predict'."
                : "Answers and performance were not looked at: the model refuses such rows.");
            return [];
        }

        if (answered.Metric is null || _reference.Performance is not { } known)
        {
            return [];
        }

        var metrics = WatchedMetrics.Of(_package.Model.Task, answered.Metric);
        var stage = new PerformanceStage(_reference, _options.MatteringShare);
        var expected = Expected(answered, answers, codes, known);
        WindowFigure[] estimated = expected is null ? [] : [.. stage.Estimated(metrics, expected)];
        WindowFigure[] realised = rows.Labelled.Length == 0 ? [] : [.. stage.Realised(metrics, answered.Paired()!)];
        notLooked.AddRange(Gaps(rows, estimated, realised, answered.Metric));
        return [.. estimated, .. realised];
    }

    private static IEnumerable<string> Gaps(WindowRows rows, WindowFigure[] estimated, WindowFigure[] realised, IMetric main)
    {
        if (!estimated.Any(figure => figure.Metric == main.Info.Name))
        {
            yield return $"{main.Info.Name} was not estimated: the reference does not tell how. Bring a reference with labels.";
        }

        if (realised.Length == 0)
        {
            yield return "Realised performance was not looked at: no row has a label. What changes between columns and target, and leaves the columns as they were, shows in labels alone.";
        }
        else if (rows.Labelled.Length < rows.Table.RowCount)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Realised performance is that of the {rows.Labelled.Length} of {rows.Table.RowCount} rows that have a label; it is that of all where those are like the others.");
        }
    }

    private ExpectedAnswers? Expected(AnsweredRows answered, IReadOnlyList<Column> answers, int[][] codes, ReferencePerformance known)
    {
        int[][] all = [.. codes, .. _reference.Answers.Zip(answers, (column, cells) => ColumnCells.Codes(cells, column))];
        if (answered.WithoutTruth() is ClassAnswers { Classes.Count: var width } classes)
        {
            return new ExpectedClasses(classes, OffsetLearning.Apply(known.Offsets, CalibrationLearning.Apply(known.Calibration, classes.Probabilities, width), all, width));
        }

        return known is { Absolute: { } absolute, Squared: { } squared }
            ? new ExpectedNumbers(answered.Outputs, absolute.Of(all, answered.Count), squared.Of(all, answered.Count))
            : null;
    }

    private SliceReport? Slices(WindowRows rows, AnsweredRows? answered, List<string> notLooked, CancellationToken cancellation)
    {
        if (!_options.LooksForSlices || answered?.Metric is not { } metric || answered.Paired() is not { } paired || paired.Count < 2 * SliceStage.FewestRows)
        {
            return null;
        }

        var model = new StressedModel(_package.Model.Schema, rows.Table.Take(rows.Labelled), metric, (_, _) => paired, groups: null, cancellation);
        var found = new SliceStage(model, Seeds.Mix(_options.Seed, 9)).Run([.. rows.Features.Select(feature => feature.Name)], cancellation);
        notLooked.AddRange(found.NotRun);
        return found;
    }

    private static string Short(string id) => id[..Math.Min(12, id.Length)];
}
