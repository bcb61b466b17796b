using System.Diagnostics;
using System.Diagnostics.Metrics;
using Modelwright.Core.Errors;
using Modelwright.Hosting.Reloading;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Hosting.Measuring;

/// <summary>
/// The instruments of all models of an app: what was answered, how long it took, what failed, what was odd about the cells, and
/// what became of changed packages. Nothing is allocated where nobody listens. Safe from any thread.
/// </summary>
internal sealed class PredictionMeasures : IDisposable
{
    internal const string ModelName = "modelwright.model.name";
    internal const string ModelId = "modelwright.model.id";
    internal const string ErrorType = "error.type";

    // Answers take from a microsecond to some seconds; the usual buckets of web requests would hold most of them in one.
    private static readonly double[] Seconds = [0.000_003, 0.000_01, 0.000_03, 0.000_1, 0.000_3, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];

    private readonly Meter _meter;
    private readonly Counter<long> _rows;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _failed;
    private readonly Counter<long> _missing;
    private readonly Counter<long> _unseen;
    private readonly Counter<long> _unreadable;
    private readonly Counter<long> _reloads;
    private readonly Counter<long> _refused;

    /// <summary>Makes the instruments.</summary>
    /// <param name="meters">What makes meters in this app; null where it has none.</param>
    public PredictionMeasures(IMeterFactory? meters = null)
    {
        _meter = meters?.Create(ModelwrightServices.MeterName) ?? new(ModelwrightServices.MeterName);
        _rows = _meter.CreateCounter<long>("modelwright.predictions.rows", "{row}", "Rows that were answered.");
        _duration = _meter.CreateHistogram("modelwright.prediction.duration", "s", "Time of one call that was answered, whatever its number of rows.", tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });
        _failed = _meter.CreateCounter<long>("modelwright.predictions.failed", "{call}", "Calls that ended in an error.");
        _missing = _meter.CreateCounter<long>("modelwright.cells.missing", "{cell}", "Cells without a value in rows that were answered.");
        _unseen = _meter.CreateCounter<long>("modelwright.cells.unseen", "{cell}", "Cells with a category that was not there when the model was trained.");
        _unreadable = _meter.CreateCounter<long>("modelwright.cells.unreadable", "{cell}", "Cells of tables that could not be read as their column's type and counted as missing.");
        _reloads = _meter.CreateCounter<long>("modelwright.reloads", "{reload}", "Changed packages that were taken.");
        _refused = _meter.CreateCounter<long>("modelwright.reloads.refused", "{reload}", "Changed packages that were refused.");
    }

    /// <summary>Measures a call that was answered.</summary>
    internal void Answered(LoadedModel model, int rows, IReadOnlyList<ColumnCounts> counts, TimeSpan took)
    {
        _rows.Add(rows, in model.Tags);
        _duration.Record(took.TotalSeconds, in model.Tags);
        if (_missing.Enabled || _unseen.Enabled || _unreadable.Enabled)
        {
            AddCells(model, counts);
        }
    }

    /// <summary>Counts a call that ended in an error. Stands in a filter of exceptions, so it catches none.</summary>
    /// <returns>False, always.</returns>
    internal bool CountFault(LoadedModel model, Exception fault)
    {
        if (_failed.Enabled)
        {
            var tags = model.Tags;
            tags.Add(ErrorType, Kind(fault));
            _failed.Add(1, in tags);
        }

        return false;
    }

    /// <summary>Counts a call that came while no model was loaded.</summary>
    internal void CountNotLoaded(string name)
    {
        var tags = WithoutModel(name);
        tags.Add(ErrorType, "not_loaded");
        _failed.Add(1, in tags);
    }

    /// <summary>Counts a changed package that was taken.</summary>
    internal void Reloaded(LoadedModel model) => _reloads.Add(1, in model.Tags);

    /// <summary>Counts a changed package that was refused.</summary>
    /// <param name="name">The model.</param>
    /// <param name="kept">What goes on to answer; null where there is none.</param>
    /// <param name="reason">Why.</param>
    internal void Refused(string name, LoadedModel? kept, RefusalReason reason)
    {
        var tags = kept is null ? WithoutModel(name) : kept.Tags;
        tags.Add(ErrorType, reason.Word());
        _refused.Add(1, in tags);
    }

    /// <summary>Ends the meter; one that a factory made lives as long as that, whatever is asked here.</summary>
    public void Dispose() => _meter.Dispose();

    private static TagList WithoutModel(string name) => new() { { ModelName, name }, { ModelId, "none" } };

    private static string Kind(Exception fault) => fault switch
    {
        DataException => "data",
        OptionsException => "options",
        OperationCanceledException => "cancelled",
        _ => "other",
    };

    private static void Add(Counter<long> counter, long cells, LoadedModel model)
    {
        if (cells > 0)
        {
            counter.Add(cells, in model.Tags);
        }
    }

    private void AddCells(LoadedModel model, IReadOnlyList<ColumnCounts> counts)
    {
        var (missing, unseen, unreadable) = (0L, 0L, 0L);
        for (var column = 0; column < counts.Count; column++)
        {
            missing += counts[column].Missing;
            unseen += counts[column].Unseen;
            unreadable += counts[column].Unreadable;
        }

        Add(_missing, missing, model);
        Add(_unseen, unseen, model);
        Add(_unreadable, unreadable, model);
    }
}
