namespace Modelwright.Studio.Serving;

/// <summary>Requests that were not answered.</summary>
/// <param name="Status">The HTTP status that they got.</param>
/// <param name="Count">How many since the server started.</param>
/// <param name="Lately">How many in the last quarter of an hour.</param>
public sealed record RefusedRequests(int Status, long Count, long Lately);
