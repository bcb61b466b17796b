using Modelwright.Core.Artifacts;

namespace Modelwright.Core.Learning;

/// <summary>
/// What was learned, as portable data that can answer. Immutable and safe from any thread. What it can do is told by the
/// ability interfaces beside it, asked for with <c>is</c> by the stage that needs them.
/// </summary>
public interface IForm
{
    /// <summary>What it says of itself.</summary>
    FormInfo Info { get; }

    /// <summary>Writes its state; the reader listed under its name in the form catalog reads it back to the bit.</summary>
    /// <param name="writer">An empty record; the names "form" and "version" are taken by the catalog.</param>
    void Write(IArtifactWriter writer);
}
