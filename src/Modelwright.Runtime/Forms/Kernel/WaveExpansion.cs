using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Kernel;

/// <summary>Waves of drawn directions, whose sum comes near to that of a Gaussian kernel; holds nothing of any training row.</summary>
/// <param name="Space">Where rows stand.</param>
/// <param name="Frequencies">Waves x inputs, in turns.</param>
/// <param name="Phases">One a wave, in turns: a wave is the cosine of frequency times place, and its phase.</param>
/// <param name="Coefficients">Outputs x waves, output by output.</param>
/// <param name="Intercepts">One an output.</param>
/// <remarks>Rahimi &amp; Recht 2007, "Random features for large-scale kernel machines".</remarks>
public sealed record WaveExpansion(KernelSpace Space, double[] Frequencies, double[] Phases, double[] Coefficients, double[] Intercepts) : Expansion(Space, Coefficients, Intercepts)
{
    internal const double MostTurns = 1e15;

    /// <inheritdoc/>
    public override int Functions => Phases.Length;

    internal override bool HoldsRows => false;

    internal override long Numbers => Frequencies.Length + Phases.Length;

    /// <summary>The waves at one place.</summary>
    /// <param name="place">One number an input.</param>
    /// <param name="waves">One an input of the sum: from -1 to 1.</param>
    public void At(ReadOnlySpan<double> place, Span<double> waves)
    {
        for (var wave = 0; wave < Phases.Length; wave++)
        {
            var frequencies = Frequencies.AsSpan(wave * place.Length, place.Length);
            var turns = Phases[wave];
            for (var axis = 0; axis < place.Length; axis++)
            {
                turns += frequencies[axis] * place[axis];
            }

            // So many turns have no digits left that tell the phase.
            waves[wave] = Math.Abs(turns) < MostTurns ? PortableMath.CosineOfTurns(turns) : 0;
        }
    }

    internal override ExpansionScorer Scorer(string form)
    {
        if (Frequencies.Length != (long)Phases.Length * Space.Inputs.Count || !SoundArrays.AreFinite(Frequencies) || !SoundArrays.AreFinite(Phases))
        {
            throw new ArtifactException($"Form '{form}' has {Frequencies.Length} frequencies of {Phases.Length} waves on {Space.Inputs.Count} axes, or one or a phase that is not finite. Make the model again.");
        }

        return new WaveScorer(this);
    }
}
