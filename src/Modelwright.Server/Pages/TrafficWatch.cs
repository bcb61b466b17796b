using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Modelwright.Server.Measuring;
using Modelwright.Studio.Serving;

namespace Modelwright.Server.Pages;

/// <summary>Keeps what the instruments of the server said in the last quarter of an hour, for the page of traffic. Safe from any thread.</summary>
internal sealed class TrafficWatch : IDisposable
{
    private const string Durations = "modelwright.server.answer.duration";
    private const string Refusals = "modelwright.server.refused";

    private readonly ConcurrentDictionary<(string Model, string Version), SlotRing> _answered = [];
    private readonly ConcurrentDictionary<int, SlotRing> _refused = [];
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _since;
    private readonly MeterListener _listener = new();

    /// <param name="options">Has the clock.</param>
    /// <param name="measures">The instruments, which must be there before they are heard.</param>
    public TrafficWatch(ServerOptions options, ServerMeasures measures)
    {
        (_time, _since) = (options.Time, options.Time.GetUtcNow());
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            // Another server in the process has instruments of the same names.
            if (measures.Owns(instrument) && instrument.Name is Durations or Refusals)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => Answered(seconds, tags));
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => Refused(tags));
        _listener.Start();
    }

    internal TrafficView View()
    {
        var now = _time.GetUtcNow();
        return new(
            _since,
            now,
            [.. _answered.OrderBy(one => one.Key.Model, StringComparer.Ordinal).ThenBy(one => one.Key.Version, StringComparer.Ordinal).Select(one => View(one.Key, one.Value, now))],
            [.. _refused.OrderBy(one => one.Key).Select(one => new RefusedRequests(one.Key, one.Value.Count, one.Value.Slots(now).Sum(slot => slot.Requests)))]);
    }

    public void Dispose() => _listener.Dispose();

    private static VersionTraffic View((string Model, string Version) key, SlotRing ring, DateTimeOffset now)
    {
        var (median, slowest) = ring.Lately(now);
        return new(key.Model, key.Version, ring.Count, ring.Slots(now)) { Median = median, Slowest = slowest };
    }

    private void Answered(double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags is [{ Value: string model }, { Value: string version }])
        {
            var key = (model, version);
            (_answered.TryGetValue(key, out var ring) ? ring : _answered.GetOrAdd(key, static _ => new())).Add(_time.GetUtcNow(), seconds);
        }
    }

    private void Refused(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags is [{ Value: int status }])
        {
            _refused.GetOrAdd(status, static _ => new()).Add(_time.GetUtcNow(), 0);
        }
    }
}
