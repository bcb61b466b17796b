using Modelwright.Core.Learning;

namespace Modelwright.Tasks;

/// <summary>One learner with one setting.</summary>
/// <param name="Learner">The learner.</param>
/// <param name="Values">Its setting.</param>
/// <param name="Seed">The chance of its fit.</param>
public sealed record TaskMember(ILearner Learner, ParameterValues Values, int Seed)
{
    /// <summary>A text that is the same for the same member.</summary>
    internal string Key => FormattableString.Invariant($"{Learner.Info.Name}({Values})#{Seed}");
}
