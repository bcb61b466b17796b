using Modelwright.Monitoring;

namespace Modelwright.Server.Watching;

/// <summary>What is known of a served model by its log of requests. Safe from any thread; each property is as of the last look.</summary>
public sealed class MonitoredModel
{
    private volatile MonitorView _view = new(MonitorHistory.Of([]), null, null, null, null);

    internal MonitoredModel(string name) => Name = name;

    /// <summary>The name it is served under.</summary>
    public string Name { get; }

    /// <summary>The windows that were judged, oldest first, with their trends; those of versions before the present one too.</summary>
    public MonitorHistory History => _view.History;

    /// <summary>The id of the model that is watched now; null before the first look.</summary>
    public string? ModelId => _view.ModelId;

    /// <summary>What windows are held against; null before the first look.</summary>
    public MonitorReference? Reference => _view.Reference;

    /// <summary>When the log was looked at last, in UTC; null before the first look.</summary>
    public DateTimeOffset? LookedAt => _view.LookedAt;

    /// <summary>Why the last look could not be done, or not in full; null where it could.</summary>
    public string? Fault => _view.Fault;

    /// <summary>All of it at one moment.</summary>
    internal MonitorView View
    {
        get => _view;
        set => _view = value;
    }
}
