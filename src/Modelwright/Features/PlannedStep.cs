using Modelwright.Runtime.Steps;

namespace Modelwright.Features;

/// <summary>A step of a plan.</summary>
/// <param name="Step">The step with its settings.</param>
/// <param name="Key">Step and settings as text; equal keys are equal steps.</param>
/// <param name="Description">What it does and why, for a person.</param>
internal sealed record PlannedStep(IStep Step, string Key, string Description);
