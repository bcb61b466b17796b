namespace Modelwright.Server.Requests;

/// <summary>The truth about a row that was answered before.</summary>
/// <param name="Id">The id that the answer gave.</param>
/// <param name="Row">0-based row of that request.</param>
/// <param name="Label">The true class or number, as text in the invariant culture.</param>
public sealed record ServedLabel(string Id, int Row, string Label);
