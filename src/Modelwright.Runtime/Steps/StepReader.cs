using Modelwright.Core.Artifacts;

namespace Modelwright.Runtime.Steps;

/// <summary>Reads one kind of fitted step back.</summary>
/// <param name="Name">The step's name.</param>
/// <param name="Version">The newest layout it reads; it reads all older ones.</param>
/// <param name="Read">Reads the state, checks every value, and gives the step.</param>
public sealed record StepReader(string Name, int Version, Func<IArtifactReader, IFittedStep> Read);
