using Modelwright.Core.Data;
using Modelwright.Runtime.Steps;

namespace Modelwright.Features.Named;

/// <summary>How a person can name one step.</summary>
/// <param name="Name">The step's name.</param>
/// <param name="Types">The types a single column may have; none where the step takes pairs only.</param>
/// <param name="Make">Makes the step.</param>
/// <param name="Options">Its options.</param>
internal sealed record StepKind(string Name, ColumnType[] Types, Func<StepSettings, IStep> Make, params StepOption[] Options)
{
    /// <summary>The types of the two columns of a pair; null where the step takes no pairs.</summary>
    internal (ColumnType[] First, ColumnType[] Second)? PairTypes { get; init; }

    /// <summary>What is wrong between options that are each sound; null where nothing is, or where none has to do with another.</summary>
    internal Func<StepSettings, string?>? Contradiction { get; init; }
}
