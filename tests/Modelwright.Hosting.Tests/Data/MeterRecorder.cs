using System.Diagnostics.Metrics;

namespace Modelwright.Hosting.Tests.Data;

/// <summary>Keeps what the instruments of one app measured, each as a line: name, value, then the tags.</summary>
internal sealed class MeterRecorder : IDisposable
{
    private readonly Lock _lock = new();
    private readonly MeterListener _listener = new();
    private readonly List<string> _lines = [];

    /// <param name="meters">The factory of the app; meters of other apps in this process are not listened to.</param>
    public MeterRecorder(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == ModelwrightServices.MeterName && ReferenceEquals(instrument.Meter.Scope, meters))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock)
            {
                return [.. _lines];
            }
        }
    }

    public long Sum(string instrument)
    {
        lock (_lock)
        {
            return _lines.Where(line => line.StartsWith($"{instrument} ", StringComparison.Ordinal)).Sum(line => long.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Add<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var line = FormattableString.Invariant($"{instrument.Name} {value}");
        foreach (var tag in tags)
        {
            line += $" {tag.Key}={tag.Value}";
        }

        lock (_lock)
        {
            _lines.Add(line);
        }
    }
}
