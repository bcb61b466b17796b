using System.Diagnostics.Metrics;
using Modelwright.Monitoring;

namespace Modelwright.Server.Watching;

/// <summary>What monitoring measures. No label comes from rows. Safe from any thread.</summary>
internal sealed class WatchMeasures : IDisposable
{
    private const string Name = "modelwright.model.name";

    private readonly Meter _meter;
    private readonly Counter<long> _windows;
    private readonly Counter<long> _alarms;
    private readonly Counter<long> _failures;
    private readonly Counter<long> _undelivered;
    private readonly Gauge<double> _performance;
    private readonly Gauge<double> _drift;
    private readonly Gauge<int> _drifted;
    private readonly Gauge<int> _labelled;

    public WatchMeasures(IMeterFactory meters)
    {
        _meter = meters.Create("Modelwright");
        _windows = _meter.CreateCounter<long>("modelwright.server.monitor.windows", "{window}", "Windows of the log that were judged, by model.");
        _alarms = _meter.CreateCounter<long>("modelwright.server.monitor.alarms", "{alarm}", "Alarms of windows, by model and kind.");
        _failures = _meter.CreateCounter<long>("modelwright.server.monitor.failures", "{look}", "Times that the log of a model could not be looked at, or a window not be judged.");
        _undelivered = _meter.CreateCounter<long>("modelwright.server.monitor.alerts.failed", "{alert}", "Alerts that were not delivered.");
        _performance = _meter.CreateGauge<double>("modelwright.server.monitor.performance", null, "A metric of the window that was judged last, estimated or realised, by model.");
        _drift = _meter.CreateGauge<double>("modelwright.server.monitor.drift.largest", null, "The furthest that a distribution of that window has moved, 0 to 1.");
        _drifted = _meter.CreateGauge<int>("modelwright.server.monitor.drift.distributions", null, "Distributions that have drifted in that window: columns, answers, target, all together.");
        _labelled = _meter.CreateGauge<int>("modelwright.server.monitor.labelled", null, "Rows of that window with a label.");
    }

    internal void Judged(string model) => _windows.Add(1, Tag(model));

    internal void Alarmed(string model, string kind) => _alarms.Add(1, Tag(model), new("kind", kind));

    internal void Failed(string model) => _failures.Add(1, Tag(model));

    internal void NotDelivered(string model) => _undelivered.Add(1, Tag(model));

    internal void Show(string model, WindowReport report)
    {
        foreach (var figure in report.Performance.Where(figure => double.IsFinite(figure.Value)))
        {
            _performance.Record(figure.Value, Tag(model), new("metric", figure.Metric), new("estimated", figure.IsEstimated ? "true" : "false"));
        }

        _drift.Record(report.Drift.Select(figure => figure.Distance).DefaultIfEmpty(0).Max(), Tag(model));
        _drifted.Record(report.Drift.Count(figure => figure.HasDrifted), Tag(model));
        _labelled.Record(report.LabelledRows, Tag(model));
    }

    public void Dispose() => _meter.Dispose();

    private static KeyValuePair<string, object?> Tag(string model) => new(Name, model);
}
