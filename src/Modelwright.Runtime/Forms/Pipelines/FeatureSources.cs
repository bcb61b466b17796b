using Modelwright.Core.Learning;
using Modelwright.Runtime.Steps;

namespace Modelwright.Runtime.Forms.Pipelines;

/// <summary>Which inputs of a pipeline each feature behind its steps comes from.</summary>
internal static class FeatureSources
{
    /// <summary>Positions of inputs, for each feature that the form reads; a feature of no input comes from all.</summary>
    internal static int[][] Of(IReadOnlyList<IFittedStep> steps, IForm form, IReadOnlyList<FormInput> inputs)
    {
        var places = inputs.Select((input, place) => (input.Name, place)).ToDictionary(input => input.Name, input => input.place, StringComparer.Ordinal);
        var origins = StepOrigins.Of(steps, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));
        return [.. form.Info.Inputs.Select(feature => Places(origins.GetValueOrDefault(feature.Name) ?? [feature.Name]))];

        int[] Places(IReadOnlyList<string> columns)
        {
            int[] known = [.. columns.Where(places.ContainsKey).Select(column => places[column])];
            return known.Length > 0 ? known : [.. Enumerable.Range(0, inputs.Count)];
        }
    }

    /// <summary>Adds what each feature counts to the inputs it comes from, in equal shares.</summary>
    /// <param name="sources">What <see cref="Of"/> gave.</param>
    /// <param name="found">Rows x features.</param>
    /// <param name="inputs">Number of inputs.</param>
    /// <param name="sums">Rows x inputs.</param>
    internal static void SumUp(int[][] sources, ReadOnlySpan<double> found, int inputs, Span<double> sums)
    {
        for (var place = 0; place < found.Length; place++)
        {
            var own = sources[place % sources.Length];
            var row = sums.Slice(place / sources.Length * inputs, inputs);
            foreach (var input in own)
            {
                row[input] += found[place] / own.Length;
            }
        }
    }
}
