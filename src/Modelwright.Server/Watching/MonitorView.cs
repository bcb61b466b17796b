using Modelwright.Monitoring;

namespace Modelwright.Server.Watching;

/// <summary>What a look at the log left.</summary>
/// <param name="History">All windows that are kept.</param>
/// <param name="ModelId">The model that is watched.</param>
/// <param name="Reference">What it is held against.</param>
/// <param name="LookedAt">When.</param>
/// <param name="Fault">What was wrong; null for nothing.</param>
internal sealed record MonitorView(MonitorHistory History, string? ModelId, MonitorReference? Reference, DateTimeOffset? LookedAt, string? Fault);
