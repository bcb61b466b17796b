using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Clusters;

/// <summary>What has to hold of points and clusters, whoever made them.</summary>
internal static class PointClustersCheck
{
    /// <summary>Smaller spreads would take distances beyond the range of numbers.</summary>
    internal const double LeastSpread = 1e-100;

    internal static void Check(string form, PointClusters state)
    {
        state.Space.Check(form);
        var points = SoundArrays.Total(state.Counts);
        if (state.Counts.Length == 0 || Array.Exists(state.Counts, count => count < 1) || state.Points.Length != points * state.Space.Inputs.Count)
        {
            throw new ArtifactException($"Form '{form}' has {state.Points.Length} places of {state.Space.Inputs.Count} inputs for the {points} points of {state.Counts.Length} clusters. Give at least one cluster, at least one point each, and one place for each point and input.");
        }

        if (state.Spreads.Length != state.Counts.Length || (state.Reaches.Length != 0 && state.Reaches.Length != points))
        {
            throw new ArtifactException($"Form '{form}' has {state.Spreads.Length} spreads for {state.Counts.Length} clusters, and {state.Reaches.Length} reaches for {points} points. Give a spread a cluster, and a reach a point or none at all.");
        }

        if (Array.Exists(state.Points, place => !(Math.Abs(place) <= ScaledInputs.Farthest)))
        {
            throw new ArtifactException($"A place of form '{form}' is not within {ScaledInputs.Farthest:0} of 0. Make the model again.");
        }

        CheckSpreads(form, state.Spreads);
        if (Array.Exists(state.Reaches, reach => !(reach >= 0)))
        {
            throw new ArtifactException($"A reach of form '{form}' is not 0 or more. Make the model again.");
        }
    }

    internal static void CheckSpreads(string form, double[] spreads)
    {
        if (Array.Exists(spreads, spread => !(spread >= LeastSpread && double.IsFinite(spread))))
        {
            throw new ArtifactException($"A spread of form '{form}' is not a finite number above 0. Make the model again.");
        }
    }
}
