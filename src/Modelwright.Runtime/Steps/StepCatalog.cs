using Modelwright.Core.Artifacts;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Steps;

/// <summary>The readers of all kinds of fitted step: the only place where a step's name in a file becomes code. Immutable.</summary>
public sealed class StepCatalog
{
    private readonly StepReader[] _readers;

    /// <summary>Makes a catalog.</summary>
    /// <param name="readers">Readers of different names.</param>
    /// <exception cref="ArgumentException">Two readers have one name.</exception>
    public StepCatalog(params IEnumerable<StepReader> readers)
    {
        _readers = [.. readers];
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reader in _readers)
        {
            if (!names.Add(reader.Name))
            {
                throw new ArgumentException($"Two step readers are named '{reader.Name}'. Rename one of them.", nameof(readers));
            }
        }
    }

    /// <summary>All readers, in order.</summary>
    public IReadOnlyList<StepReader> Readers => _readers;

    /// <summary>Writes a step with its name and version, so that <see cref="Read"/> finds its reader.</summary>
    /// <param name="writer">An empty record.</param>
    /// <param name="step">A step whose reader is in the catalog.</param>
    /// <exception cref="ArgumentException">The catalog has no reader of the step's name.</exception>
    public void Write(IArtifactWriter writer, IFittedStep step)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(step);
        var known = Array.Find(_readers, reader => reader.Name == step.Name)
            ?? throw new ArgumentException($"Step '{step.Name}' has no reader in the catalog, so it could not be read back. Add its reader to the list.", nameof(step));
        writer.Text("step", step.Name);
        writer.Integer("version", known.Version);
        step.Write(writer);
    }

    /// <summary>Reads a step by the name and version written with it.</summary>
    /// <param name="reader">The record that <see cref="Write"/> filled.</param>
    /// <returns>The step, checked.</returns>
    /// <exception cref="ArtifactException">The name is unknown, the version is newer than this release, or the state is not sound.</exception>
    public IFittedStep Read(IArtifactReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var name = reader.Text("step");
        var version = reader.Integer("version");
        var known = Array.Find(_readers, known => known.Name == name)
            ?? throw new ArtifactException($"The file holds a step '{name}' that this program cannot read. Open it with a release that can.");
        return version >= 1 && version <= known.Version
            ? known.Read(reader)
            : throw new ArtifactException($"The file holds version {version} of step '{name}'; this program reads versions 1 to {known.Version}. Open it with a newer release.");
    }
}
