using Modelwright.Core.Artifacts;
using Modelwright.Core.Errors;

namespace Modelwright.Core.Learning;

/// <summary>The readers of all kinds of form a host knows: the only place where a name in a file becomes code. Immutable.</summary>
public sealed class FormCatalog
{
    private readonly FormReader[] _readers;

    /// <summary>Makes a catalog.</summary>
    /// <param name="readers">Readers of different names.</param>
    /// <exception cref="ArgumentException">Two readers have one name.</exception>
    public FormCatalog(params IEnumerable<FormReader> readers)
    {
        _readers = [.. readers];
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reader in _readers)
        {
            if (!names.Add(reader.Name))
            {
                throw new ArgumentException($"Two form readers are named '{reader.Name}'. Rename one of them.", nameof(readers));
            }
        }
    }

    /// <summary>All readers, in order.</summary>
    public IReadOnlyList<FormReader> Readers => _readers;

    /// <summary>The catalog with more readers at its end.</summary>
    /// <param name="readers">Readers whose names are not there yet.</param>
    /// <returns>A new catalog.</returns>
    public FormCatalog Add(params IEnumerable<FormReader> readers) => new([.. _readers, .. readers]);

    /// <summary>Writes a form with its name and version, so that <see cref="Read"/> finds its reader.</summary>
    /// <param name="writer">An empty record.</param>
    /// <param name="form">The form.</param>
    public static void Write(IArtifactWriter writer, IForm form)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(form);
        writer.Text("form", form.Info.Name);
        writer.Integer("version", form.Info.Version);
        form.Write(writer);
    }

    /// <summary>Reads a form by the name and version written with it.</summary>
    /// <param name="reader">The record that <see cref="Write"/> filled.</param>
    /// <returns>The form, checked.</returns>
    /// <exception cref="ArtifactException">The name is unknown, the version is newer than this release, or the state is not sound.</exception>
    public IForm Read(IArtifactReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var name = reader.Text("form");
        var version = reader.Integer("version");
        var known = Array.Find(_readers, known => known.Name == name)
            ?? throw new ArtifactException($"The file holds a form '{name}' that this program cannot read. Open it with a release, or with the packages, that can.");
        return version >= 1 && version <= known.Version
            ? known.Read(reader, this)
            : throw new ArtifactException($"The file holds version {version} of form '{name}'; this program reads versions 1 to {known.Version}. Open it with a newer release.");
    }
}
