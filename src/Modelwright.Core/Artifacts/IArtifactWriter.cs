namespace Modelwright.Core.Artifacts;

/// <summary>
/// Where a form or step writes its own state: a small record of named values, named tensors, and named parts that are
/// records themselves. Data only; a name is used once a record. Not safe from several threads.
/// </summary>
public interface IArtifactWriter
{
    /// <summary>Writes a text; null is kept apart from empty.</summary>
    /// <param name="name">Unique in this record.</param>
    /// <param name="value">The text.</param>
    void Text(string name, string? value);

    /// <summary>Writes a number; every bit is kept, NaN and infinity included.</summary>
    /// <param name="name">Unique in this record.</param>
    /// <param name="value">The number.</param>
    void Number(string name, double value);

    /// <summary>Writes a whole number.</summary>
    /// <param name="name">Unique in this record.</param>
    /// <param name="value">The number.</param>
    void Integer(string name, long value);

    /// <summary>Writes a yes or no.</summary>
    /// <param name="name">Unique in this record.</param>
    /// <param name="value">The answer.</param>
    void Flag(string name, bool value);

    /// <summary>Writes a list of texts.</summary>
    /// <param name="name">Unique in this record.</param>
    /// <param name="values">The texts; none may be null.</param>
    void Texts(string name, IReadOnlyList<string> values);

    /// <summary>Writes a tensor of numbers; every bit is kept.</summary>
    /// <param name="name">Unique in this record.</param>
    /// <param name="values">The numbers; the reader knows the shape.</param>
    void Numbers(string name, ReadOnlySpan<double> values);

    /// <summary>Writes a tensor of whole numbers.</summary>
    /// <param name="name">Unique in this record.</param>
    /// <param name="values">The numbers.</param>
    void Integers(string name, ReadOnlySpan<int> values);

    /// <summary>Writes a tensor of bytes.</summary>
    /// <param name="name">Unique in this record.</param>
    /// <param name="values">The bytes.</param>
    void Bytes(string name, ReadOnlySpan<byte> values);

    /// <summary>Opens a part: a record inside this one.</summary>
    /// <param name="name">Unique in this record.</param>
    /// <returns>The part's own writer.</returns>
    IArtifactWriter Part(string name);
}
