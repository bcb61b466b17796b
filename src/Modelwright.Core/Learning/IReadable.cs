namespace Modelwright.Core.Learning;

/// <summary>
/// The ability to be written out for a person. How many lines there are is for the reader to look at first: a forest can be
/// written out too, and nobody would follow it.
/// </summary>
public interface IReadable
{
    /// <summary>How much there is to read.</summary>
    FormParts Parts { get; }

    /// <summary>The model in words and numbers, line by line, in invariant culture; numbers are rounded. Made as they are asked for.</summary>
    IEnumerable<string> Lines { get; }
}
