namespace Modelwright.Features.Named;

/// <summary>One step as a person wrote it: 'clip:income+debt(lower=0.01)'.</summary>
/// <param name="Text">All of it, for errors.</param>
/// <param name="Name">The step's name.</param>
/// <param name="Targets">What it is for; empty means all columns of its types.</param>
/// <param name="Settings">Options by name, as written.</param>
internal sealed record StepCall(string Text, string Name, IReadOnlyList<StepTarget> Targets, IReadOnlyList<(string Name, string Value)> Settings);
