using Modelwright.Core.Learning;
using Modelwright.Validation;
using Modelwright.Validation.Answering;

namespace Modelwright.Search;

/// <summary>A recipe fitted on rows.</summary>
/// <param name="Form">From raw columns to answers: the blend of the members that were done; null where none was.</param>
/// <param name="Recipe">How it is made again: those members, with what the clock decided filled in and weights of sum 1.</param>
/// <param name="CutShort">Members that the clock ended before they were done.</param>
/// <param name="KeptWeight">What the members that were done weighed together, from 0 to 1.</param>
internal sealed record RecipeFit(IForm? Form, Recipe Recipe, IReadOnlyList<Candidate> CutShort, double KeptWeight)
{
    /// <summary>How often random members were fitted, each time by another seed.</summary>
    public int Rounds { get; init; } = 1;

    /// <summary>The rows that the members answered out of fold, ascending, where they were fitted on folds; else null.</summary>
    public int[]? Covered { get; init; }

    /// <summary>What the members answered together out of fold, where the form is the mean of one model a fold; else null.</summary>
    public OutOfFold? Known { get; init; }
}
