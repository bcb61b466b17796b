namespace Modelwright.Studio.Serving;

/// <summary>A short time of traffic.</summary>
/// <param name="Start">When it began, in UTC.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Requests">Requests that were answered in it.</param>
/// <param name="Median">Their median duration, to a quarter; null without a request.</param>
/// <param name="Slowest">The duration that 99 of 100 of them keep, to a quarter; null without a request.</param>
public sealed record TrafficSlot(DateTimeOffset Start, TimeSpan Length, long Requests, TimeSpan? Median, TimeSpan? Slowest);
