namespace Modelwright.Reports.Content;

/// <summary>One of them.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Its value as a person reads it.</param>
public sealed record Fact(string Name, string Value);
