namespace Modelwright.Studio.Serving;

/// <summary>What a server answered and refused since it started, and of late.</summary>
/// <param name="Since">When counting began, in UTC.</param>
/// <param name="Now">When this was read, in UTC.</param>
/// <param name="Versions">What each version answered, by model and version.</param>
/// <param name="Refused">Requests that were not answered since the start, by HTTP status.</param>
public sealed record TrafficView(DateTimeOffset Since, DateTimeOffset Now, IReadOnlyList<VersionTraffic> Versions, IReadOnlyList<RefusedRequests> Refused);
