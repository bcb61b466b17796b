using Modelwright.Core.Errors;

namespace Modelwright.Core.Artifacts;

/// <summary>
/// Where a form or step reads its own state back. Sizes are bounded before anything is allocated; a value that is
/// absent, or of another kind, is an <see cref="ArtifactException"/> that names it. What a value means is for the caller to check.
/// </summary>
public interface IArtifactReader
{
    /// <summary>Reads a text.</summary>
    /// <param name="name">The name it was written under.</param>
    /// <returns>The text; null where null was written.</returns>
    /// <exception cref="ArtifactException">It is absent or of another kind.</exception>
    string? Text(string name);

    /// <summary>Reads a number.</summary>
    /// <param name="name">The name it was written under.</param>
    /// <returns>The number, to the bit.</returns>
    /// <exception cref="ArtifactException">It is absent or of another kind.</exception>
    double Number(string name);

    /// <summary>Reads a whole number.</summary>
    /// <param name="name">The name it was written under.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArtifactException">It is absent or of another kind.</exception>
    long Integer(string name);

    /// <summary>Reads a yes or no.</summary>
    /// <param name="name">The name it was written under.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArtifactException">It is absent or of another kind.</exception>
    bool Flag(string name);

    /// <summary>Reads a list of texts.</summary>
    /// <param name="name">The name it was written under.</param>
    /// <returns>The texts.</returns>
    /// <exception cref="ArtifactException">It is absent or of another kind.</exception>
    IReadOnlyList<string> Texts(string name);

    /// <summary>Reads a tensor of numbers.</summary>
    /// <param name="name">The name it was written under.</param>
    /// <returns>The numbers, to the bit; the caller's own array.</returns>
    /// <exception cref="ArtifactException">It is absent or of another kind.</exception>
    double[] Numbers(string name);

    /// <summary>Reads a tensor of whole numbers.</summary>
    /// <param name="name">The name it was written under.</param>
    /// <returns>The numbers; the caller's own array.</returns>
    /// <exception cref="ArtifactException">It is absent or of another kind.</exception>
    int[] Integers(string name);

    /// <summary>Reads a tensor of bytes.</summary>
    /// <param name="name">The name it was written under.</param>
    /// <returns>The bytes; the caller's own array.</returns>
    /// <exception cref="ArtifactException">It is absent or of another kind.</exception>
    byte[] Bytes(string name);

    /// <summary>Opens a part.</summary>
    /// <param name="name">The name it was written under.</param>
    /// <returns>The part's own reader.</returns>
    /// <exception cref="ArtifactException">It is absent, or parts are nested too deep.</exception>
    IArtifactReader Part(string name);
}
