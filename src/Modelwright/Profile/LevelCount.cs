namespace Modelwright.Profile;

/// <summary>How often a value comes.</summary>
/// <param name="Value">The value as a person writes it.</param>
/// <param name="Count">Rows with it.</param>
public sealed record LevelCount(string Value, long Count);
