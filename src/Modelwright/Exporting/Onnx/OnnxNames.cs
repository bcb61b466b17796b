using Modelwright.Runtime.Formulas;

namespace Modelwright.Exporting.Onnx;

/// <summary>Names in a graph: inputs are called as the columns are, so that outputs and values between make room for them.</summary>
/// <param name="Prefix">What the names of values begin with.</param>
/// <param name="Label">The output with the class.</param>
/// <param name="Probabilities">The output with the probabilities.</param>
/// <param name="Value">The output with the number.</param>
internal sealed record OnnxNames(string Prefix, string Label, string Probabilities, string Value)
{
    /// <summary>Names beside those of some inputs: an underscore is added until a name is free.</summary>
    internal static OnnxNames Beside(IReadOnlyList<FormulaInput> inputs)
    {
        var taken = inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        var prefix = "v_";
        while (taken.Any(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            prefix += "_";
        }

        return new(prefix, Free("label"), Free("probabilities"), Free("value"));

        string Free(string name)
        {
            while (taken.Contains(name))
            {
                name += "_";
            }

            return name;
        }
    }
}
