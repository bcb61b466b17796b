using Modelwright.Core.Artifacts;

namespace Modelwright.Core.Learning;

/// <summary>Reads one kind of form back.</summary>
/// <param name="Name">The form's name.</param>
/// <param name="Version">The newest layout it reads; it reads all older ones.</param>
/// <param name="Read">Reads the state, checks every value, and gives the form; the catalog reads forms inside this one.</param>
public sealed record FormReader(string Name, int Version, Func<IArtifactReader, FormCatalog, IForm> Read);
