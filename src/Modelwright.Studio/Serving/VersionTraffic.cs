namespace Modelwright.Studio.Serving;

/// <summary>What one version answered. Durations are the time in which the model was asked, without network and parsing.</summary>
/// <param name="Model">The name of the model.</param>
/// <param name="Version">The name of the version.</param>
/// <param name="Requests">Requests since the server started.</param>
/// <param name="Slots">The last quarter of an hour in slots of the same length, oldest first; slots without a request are there with 0.</param>
public sealed record VersionTraffic(string Model, string Version, long Requests, IReadOnlyList<TrafficSlot> Slots)
{
    /// <summary>Requests in all slots.</summary>
    public long Lately => Slots.Sum(slot => slot.Requests);

    /// <summary>The median duration over all slots; null without a request.</summary>
    public TimeSpan? Median { get; init; }

    /// <summary>The duration that 99 of 100 requests keep over all slots; null without a request.</summary>
    public TimeSpan? Slowest { get; init; }
}
