using System.Globalization;
using Modelwright.Core.Errors;
using Modelwright.Monitoring;
using Modelwright.Monitoring.Requests;
using Modelwright.Server.Measuring;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Watching;

/// <summary>Watches one served model by its log. Each window is judged by the version that is champion when it is cut: its answers are made again. Used by one thread at a time.</summary>
internal sealed class ModelWatch(ServedModel model, MonitoredModel shown, RequestLog log, MonitoringOptions told, WatchVoice voice, TimeProvider time)
{
    // Judging again costs as much as judging, so few windows are looked at each time, and it rests nine times as long as it took.
    private const int MostAgain = 8;
    private const int Rest = 9;

    private readonly LoggedWindows _logged = new(log.Folder, model.Name, told);
    private readonly List<WatchedWindow> _windows = [];
    private WatchedVersion? _version;
    private WatchedVersion? _previous;
    private DateTimeOffset _from;
    private DateTimeOffset _restsUntil;
    private bool _isRead;
    private string? _fault;

    private string HistoryPath => Path.Combine(told.Folder ?? Path.Combine(log.Folder, "monitor"), $"{model.Name}.json");

    /// <summary>Looks at what came since the last look.</summary>
    /// <exception cref="ModelwrightException">The reference, the log or the history cannot be used.</exception>
    internal async Task LookAsync(CancellationToken cancellation)
    {
        _fault = null;
        ReadHistory();
        var champion = model.State.Champion;
        if (_version?.Package.ModelId != champion.ModelId)
        {
            await BeginAsync(champion, cancellation).ConfigureAwait(false);
        }

        var labels = model.Labels;
        var isChanged = false;
        foreach (var window in _logged.Whole(_from, time.GetUtcNow(), _version!.Target, cancellation))
        {
            isChanged |= Judge(window, labels, cancellation);
            _from = window.Until;
        }

        isChanged |= JudgeAgain(labels, cancellation);
        if (isChanged)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(HistoryPath)!);
            Show();
            shown.History.Save(HistoryPath);
        }
        else
        {
            shown.View = shown.View with { ModelId = _version.Package.ModelId, Reference = _version.Reference, LookedAt = time.GetUtcNow(), Fault = _fault };
        }
    }

    private void Show() => shown.View = new(MonitorHistory.Of([.. _windows.Select(window => window.Report)]), _version?.Package.ModelId, _version?.Reference, time.GetUtcNow(), _fault);

    private void ReadHistory()
    {
        if (_isRead)
        {
            return;
        }

        _isRead = true;
        if (!File.Exists(HistoryPath))
        {
            return;
        }

        try
        {
            foreach (var report in MonitorHistory.Load(HistoryPath).Windows.TakeLast(told.KeptWindows))
            {
                var window = new WatchedWindow(report, (report.To ?? default).AddTicks(1));
                window.TakeNewAlarms();
                _windows.Add(window);
            }

            Show();
        }
        catch (ArtifactException fault)
        {
            File.Move(HistoryPath, $"{HistoryPath}.damaged", overwrite: true);
            voice.Faulted(model.Name, fault.Message);
        }
    }

    private async Task BeginAsync(ModelVersion champion, CancellationToken cancellation)
    {
        var version = await WatchedVersion.OfAsync(model.Name, champion.Predictor.Package, told, log.Options, cancellation).ConfigureAwait(false);
        var last = _windows.LastOrDefault();
        _from = last?.Report.ModelId == champion.ModelId
            ? last.Until
            : _logged.FirstOf(champion.ModelId, last?.Until, cancellation) ?? time.GetUtcNow();
        (_previous, _version) = (_version, version);
    }

    private bool Judge(LoggedWindow logged, long labels, CancellationToken cancellation)
    {
        var name = logged.From.ToString("yyyy-MM-dd HH:mm:ss 'on'", CultureInfo.InvariantCulture);
        if (Report(_version!, logged, name, cancellation) is not { } report)
        {
            return false;
        }

        var window = new WatchedWindow(report, logged.Until) { Labels = logged.Labels, CheckedAt = labels };
        _windows.Add(window);
        if (_windows.Count > told.KeptWindows)
        {
            _windows.RemoveAt(0);
        }

        voice.Judged(model.Name, report, window.TakeNewAlarms());
        return true;
    }

    private bool JudgeAgain(long labels, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (now < _restsUntil)
        {
            return false;
        }

        var isChanged = false;
        var start = time.GetTimestamp();
        foreach (var window in _windows.Where(window => IsOpen(window, labels, now)).OrderBy(window => window.CheckedAt).Take(MostAgain).ToArray())
        {
            isChanged |= JudgeAgain(window, labels, cancellation);
        }

        _restsUntil = now + (time.GetElapsedTime(start) * Rest);
        return isChanged;
    }

    private bool IsOpen(WatchedWindow window, long labels, DateTimeOffset now) =>
        window.CheckedAt < labels && window.Labels < window.Report.Rows && window.Report.From is not null && now - window.Until <= told.LabelTime && VersionOf(window) is not null;

    private bool JudgeAgain(WatchedWindow window, long labels, CancellationToken cancellation)
    {
        var version = VersionOf(window)!;
        var logged = _logged.Again(window.Report.From!.Value, window.Until, version.Target, cancellation);
        window.CheckedAt = labels;
        if (logged is null || logged.Labels == window.Labels || Report(version, logged, window.Report.Name, cancellation) is not { } report)
        {
            return false;
        }

        (window.Report, window.Labels) = (report, logged.Labels);
        voice.JudgedAgain(model.Name, report, window.TakeNewAlarms());
        return true;
    }

    private WatchedVersion? VersionOf(WatchedWindow window) =>
        window.Report.ModelId == _version!.Package.ModelId ? _version : window.Report.ModelId == _previous?.Package.ModelId ? _previous : null;

    // A window that cannot be judged is told and passed over: the next one may be sound.
    private WindowReport? Report(WatchedVersion version, LoggedWindow logged, string name, CancellationToken cancellation)
    {
        using var activity = Traces.Begin("modelwright.monitor", model.Name);
        activity?.SetTag(Traces.RowsTag, logged.Rows.RowCount);
        try
        {
            return version.Monitor.Judge(logged.Rows, name, cancellation) with { From = logged.From, To = logged.To };
        }
        catch (ModelwrightException fault)
        {
            _fault = $"Window '{name}' could not be judged: {fault.Message}";
            voice.Faulted(model.Name, _fault);
            return null;
        }
    }
}
