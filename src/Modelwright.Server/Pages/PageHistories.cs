using Modelwright.Monitoring;
using Modelwright.Server.Watching;
using Modelwright.Studio.Histories;

namespace Modelwright.Server.Pages;

/// <summary>What the server finds in its log of requests, for the pages. A model without a window yet has no history.</summary>
internal sealed class PageHistories(MonitoredModels watched) : IMonitorHistories
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Models => [.. watched.All.Select(model => model.Name)];

    /// <inheritdoc/>
    public MonitorHistory? Of(string model) => watched.TryGet(model, out var known) && known.History.Windows.Count > 0 ? known.History : null;
}
