using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Clusters;

/// <summary>What has to hold of a mixture, whoever made it, so that every answer is finite.</summary>
internal static class MixtureClustersCheck
{
    /// <summary>With places within a million, no distance leaves the range of numbers.</summary>
    private const double Largest = 1e100;

    internal static void Check(string form, MixtureClusters state)
    {
        state.Space.Check(form);
        long clusters = state.Logs.Length;
        long inputs = state.Space.Inputs.Count;
        var factors = clusters * inputs * (state.IsDiagonal ? 1 : inputs + 1) / (state.IsDiagonal ? 1 : 2);
        if (clusters == 0 || state.Means.Length != clusters * inputs || state.Factors.Length != factors || state.Spreads.Length != clusters)
        {
            throw new ArtifactException($"Form '{form}' has {state.Means.Length} means, {state.Factors.Length} factors and {state.Spreads.Length} spreads for {clusters} clusters of {inputs} inputs. Give {clusters * inputs} means, {factors} factors, a spread a cluster, and at least one cluster.");
        }

        if (!SoundArrays.AreFinite(state.Logs) || Exceeds(state.Means, ScaledInputs.Farthest) || Exceeds(state.Factors, Largest))
        {
            throw new ArtifactException($"A logarithm of form '{form}' is not finite, a mean is not within {ScaledInputs.Farthest:0} of 0, or a factor not within 1E+100. Make the model again.");
        }

        PointClustersCheck.CheckSpreads(form, state.Spreads);
    }

    private static bool Exceeds(double[] values, double most) => Array.Exists(values, value => !(Math.Abs(value) <= most));
}
