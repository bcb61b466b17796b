using Modelwright.Core.Data;
using Modelwright.Runtime.Steps;

namespace Modelwright.Testing.Steps;

/// <summary>A step with settings to be put through the contract.</summary>
/// <param name="Step">The step; it must take every column of its types in a table it has not seen (no column named).</param>
public sealed record StepSample(IStep Step)
{
    /// <summary>Whether applying it to what it made changes nothing.</summary>
    public bool IsIdempotent { get; init; }

    /// <summary>Whether its training rows are encoded out of fold, and so differ from what it makes of the same rows later.</summary>
    public bool IsOutOfFold { get; init; }

    /// <summary>Makes the target from the rows; null means a number that follows the columns.</summary>
    public Func<Table, Column>? Target { get; init; }
}
