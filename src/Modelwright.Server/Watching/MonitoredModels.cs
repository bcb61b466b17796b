using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Modelwright.Server.Watching;

/// <summary>The models that a server watches, by name; empty where it watches none. A service of the app, safe from any thread.</summary>
public sealed class MonitoredModels
{
    private readonly ConcurrentDictionary<string, MonitoredModel> _models = new(StringComparer.Ordinal);

    internal MonitoredModels()
    {
    }

    /// <summary>All that have been looked at, by name.</summary>
    public IReadOnlyList<MonitoredModel> All => [.. _models.Values.OrderBy(model => model.Name, StringComparer.Ordinal)];

    /// <summary>Looks a model up.</summary>
    /// <param name="name">The name it is served under; case matters.</param>
    /// <param name="model">What is known of it.</param>
    /// <returns>Whether it has been looked at.</returns>
    public bool TryGet(string name, [NotNullWhen(true)] out MonitoredModel? model) => _models.TryGetValue(name, out model);

    internal MonitoredModel Of(string name) => _models.GetOrAdd(name, static named => new(named));
}
