namespace Modelwright.Runtime.Steps;

/// <summary>The ability of a fitted step to leave out columns that nobody reads after it.</summary>
public interface ITrimmableStep
{
    /// <summary>
    /// The same step without what is only needed for columns that are not wanted. The wanted columns it makes are the same to the
    /// bit; others may go, and so may the inputs that only those need.
    /// </summary>
    /// <param name="wanted">Names of columns that are read later; at least one of the step's outputs is among them.</param>
    /// <returns>A step with some of the outputs and inputs; this one where nothing can go.</returns>
    IFittedStep Trim(IReadOnlySet<string> wanted);
}
