namespace Modelwright.Core.Learning.Trimming;

/// <summary>
/// The ability to be made of fewer parts where a form answers the mean of parts that are alike, such as the trees of a forest. Whoever takes
/// the mean of several such forms needs fewer parts of each for an answer as steady.
/// </summary>
public interface IAveragesParts
{
    /// <summary>How many parts the mean is of; 1 where the form is no such mean.</summary>
    int PartCount { get; }

    /// <summary>The same form of its first parts.</summary>
    /// <param name="parts">How many, 1 or more.</param>
    /// <returns>A form of as many parts; this one where it has no more.</returns>
    IForm OfParts(int parts);
}
