using Modelwright.Core.Learning;

namespace Modelwright.Runtime.Forms.Rules;

/// <summary>Rules whose weights add up to raw scores.</summary>
/// <param name="Inputs">The columns asked: numbers and categories.</param>
/// <param name="Rules">The rules, in the order in which they are added.</param>
/// <param name="Start">Where each output starts; their number is the number of outputs.</param>
public sealed record RuleSet(IReadOnlyList<FormInput> Inputs, IReadOnlyList<Rule> Rules, double[] Start)
{
    /// <summary>Bytes the rules take in memory, about.</summary>
    internal long Bytes
    {
        get
        {
            var bytes = 200L;
            foreach (var rule in Rules)
            {
                bytes += 8L * rule.Weights.Length;
                foreach (var condition in rule.Conditions)
                {
                    bytes += 21 + (4L * condition.Levels.Length);
                }
            }

            return bytes;
        }
    }
}
