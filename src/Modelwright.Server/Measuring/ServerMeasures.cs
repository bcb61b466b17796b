using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Modelwright.Server.Answers;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Measuring;

/// <summary>The instruments of the server, beside those of <see cref="Hosting"/>. No label comes from rows. Safe from any thread.</summary>
internal sealed class ServerMeasures : IDisposable
{
    private readonly ConcurrentDictionary<(string Model, string Version), TagList> _tags = [];
    private readonly Meter _meter;
    private readonly Counter<long> _requests;
    private readonly Counter<long> _rows;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _labels;
    private readonly Counter<long> _shadowRows;
    private readonly Counter<long> _shadowDiffering;
    private readonly Counter<long> _shadowDropped;
    private readonly Counter<long> _shadowFailed;
    private readonly Counter<long> _swaps;
    private readonly Counter<long> _registryFailures;
    private readonly Counter<long> _retrainings;

    public ServerMeasures(IMeterFactory meters)
    {
        _meter = meters.Create("Modelwright");
        _requests = _meter.CreateCounter<long>("modelwright.server.requests", "{request}", "Requests that were answered, by model and version.");
        _rows = _meter.CreateCounter<long>("modelwright.server.rows", "{row}", "Rows that were answered, by model and version.");
        _duration = _meter.CreateHistogram(
            "modelwright.server.answer.duration",
            "s",
            "Time in which the rows of a request that was answered were asked of the model.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.00001, 0.00003, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10] });
        _refused = _meter.CreateCounter<long>("modelwright.server.refused", "{request}", "Requests that were not answered, by HTTP status.");
        _labels = _meter.CreateCounter<long>("modelwright.server.labels", "{label}", "Labels that were kept, by model.");
        _shadowRows = _meter.CreateCounter<long>("modelwright.server.shadow.rows", "{row}", "Rows that a shadow was asked for.");
        _shadowDiffering = _meter.CreateCounter<long>("modelwright.server.shadow.differing", "{row}", "Rows that a shadow answered otherwise: another class, or another number.");
        _shadowDropped = _meter.CreateCounter<long>("modelwright.server.shadow.dropped", "{row}", "Rows that no shadow was asked for, since too many waited.");
        _shadowFailed = _meter.CreateCounter<long>("modelwright.server.shadow.failed", "{request}", "Requests that a shadow did not answer.");
        _swaps = _meter.CreateCounter<long>("modelwright.server.registry.swaps", "{swap}", "Versions that took the champion's place as the registry said.");
        _retrainings = _meter.CreateCounter<long>("modelwright.server.retrainings", "{training}", "Trainings of models again, and goings back, by model and outcome.");
        _registryFailures = _meter.CreateCounter<long>("modelwright.server.registry.failures", "{look}", "Times that a model could not be looked up in the registry or loaded from it.");
    }

    internal void Answered(AnswerTarget target, int rows, TimeSpan time)
    {
        var tags = Tags(target.Model, target.Version);
        _requests.Add(1, tags);
        _rows.Add(rows, tags);
        _duration.Record(time.TotalSeconds, tags);
    }

    /// <summary>Whether an instrument is one of these, and not of another server of the process.</summary>
    internal bool Owns(Instrument instrument) => ReferenceEquals(instrument.Meter, _meter);

    internal void Refused(int status) => _refused.Add(1, new KeyValuePair<string, object?>("http.response.status_code", status));

    internal void Labelled(string model, int labels) => _labels.Add(labels, new KeyValuePair<string, object?>("modelwright.model.name", model));

    internal void ShadowAnswered(AnswerTarget target, int rows, int differing)
    {
        var tags = Tags(target.Model, target.Shadow!);
        _shadowRows.Add(rows, tags);
        _shadowDiffering.Add(differing, tags);
    }

    internal void ShadowDropped(AnswerTarget target, int rows) => _shadowDropped.Add(rows, Tags(target.Model, target.Shadow!));

    internal void ShadowFailed(AnswerTarget target) => _shadowFailed.Add(1, Tags(target.Model, target.Shadow!));

    internal void Swapped(string model, string version) => _swaps.Add(1, new KeyValuePair<string, object?>("modelwright.model.name", model), new KeyValuePair<string, object?>("modelwright.model.version", version));

    internal void RegistryFailed(string model) => _registryFailures.Add(1, new KeyValuePair<string, object?>("modelwright.model.name", model));

    internal void Retrained(string model, string outcome) => _retrainings.Add(1, new KeyValuePair<string, object?>("modelwright.model.name", model), new KeyValuePair<string, object?>("outcome", outcome));

    public void Dispose() => _meter.Dispose();

    // A number is boxed once, and a version that is gone keeps a few bytes.
    private TagList Tags(ServedModel model, ModelVersion version) => _tags.GetOrAdd((model.Name, version.Version), static key => new()
    {
        { "modelwright.model.name", key.Model },
        { "modelwright.model.version", key.Version },
    });
}
