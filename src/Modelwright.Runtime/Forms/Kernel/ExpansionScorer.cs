using System.Buffers;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Kernel;

/// <summary>Computes an expansion, function after function. A sum beyond the range of numbers is held at its end, so every score is finite.</summary>
internal abstract class ExpansionScorer(Expansion expansion)
{
    internal int Outputs => expansion.Intercepts.Length;

    /// <summary>Makes the scorer of a checked expansion.</summary>
    internal static ExpansionScorer Of(string form, Expansion expansion)
    {
        ArgumentNullException.ThrowIfNull(expansion);
        expansion.Space.Check(form);
        if (expansion.Intercepts.Length == 0 || expansion.Coefficients.Length != (long)expansion.Intercepts.Length * expansion.Functions)
        {
            throw new ArtifactException($"Form '{form}' has {expansion.Coefficients.Length} coefficients for {expansion.Intercepts.Length} outputs and {expansion.Functions} functions. Give one for each output and function, and at least one output.");
        }

        if (!SoundArrays.AreFinite(expansion.Coefficients) || !SoundArrays.AreFinite(expansion.Intercepts))
        {
            throw new ArtifactException($"A coefficient or intercept of form '{form}' is not finite. Make the model again.");
        }

        return expansion.Scorer(form);
    }

    /// <summary>Scores rows.</summary>
    /// <param name="values">Rows x inputs.</param>
    /// <param name="scores">Rows x outputs.</param>
    internal void Score(ReadOnlySpan<double> values, Span<double> scores)
    {
        var inputs = expansion.Space.Inputs.Count;
        var places = ArrayPool<double>.Shared.Rent(inputs);
        var room = ArrayPool<double>.Shared.Rent(expansion.Functions);
        var place = places.AsSpan(0, inputs);
        var functions = room.AsSpan(0, expansion.Functions);
        for (int score = 0, start = 0; score < scores.Length; score += Outputs, start += inputs)
        {
            expansion.Space.Place(values.Slice(start, inputs), place);
            Fill(place, functions);
            for (var output = 0; output < Outputs; output++)
            {
                scores[score + output] = Sum(functions, output);
            }
        }

        ArrayPool<double>.Shared.Return(places);
        ArrayPool<double>.Shared.Return(room);
    }

    /// <summary>The functions at one place.</summary>
    protected abstract void Fill(ReadOnlySpan<double> place, Span<double> functions);

    private double Sum(ReadOnlySpan<double> functions, int output)
    {
        var coefficients = expansion.Coefficients.AsSpan(output * functions.Length, functions.Length);
        var sum = expansion.Intercepts[output];
        for (var function = 0; function < functions.Length; function++)
        {
            sum += coefficients[function] * functions[function];
        }

        return double.IsFinite(sum) ? sum : HeldSum(functions, coefficients, expansion.Intercepts[output]);
    }

    private static double HeldSum(ReadOnlySpan<double> functions, ReadOnlySpan<double> coefficients, double sum)
    {
        for (var function = 0; function < functions.Length; function++)
        {
            sum = Math.Clamp(sum + (coefficients[function] * functions[function]), -double.MaxValue, double.MaxValue);
        }

        return sum;
    }
}
