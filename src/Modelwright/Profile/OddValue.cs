namespace Modelwright.Profile;

/// <summary>A value that does not agree with what its column is found to be.</summary>
/// <param name="Value">The value as written.</param>
/// <param name="Count">Rows with it, among those looked at.</param>
/// <param name="Row">The first of these rows, counted from 0; null where it is not known.</param>
public sealed record OddValue(string Value, long Count, int? Row);
