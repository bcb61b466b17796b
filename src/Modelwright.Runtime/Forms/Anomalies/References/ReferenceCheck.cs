using Modelwright.Core.Errors;
using Modelwright.Runtime.Forms.Neighbors;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Anomalies.References;

/// <summary>What has to hold of reference points, whoever made them.</summary>
internal static class ReferenceCheck
{
    /// <summary>Neighbours that a form may ask for.</summary>
    internal const int MostNeighbors = 1000;

    internal static void Check(string form, ReferencePoints points, int neighbors)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Space.Metric != NeighborMetric.Euclidean || neighbors is < 1 or > MostNeighbors)
        {
            throw new ArtifactException($"Form '{form}' asks for {neighbors} neighbours by the metric {points.Space.Metric}. Give 1 to {MostNeighbors} and the Euclidean metric.");
        }

        if (points.Spreads.Length != points.Count)
        {
            throw new ArtifactException($"Form '{form}' has {points.Spreads.Length} spreads for {points.Count} points. Give one a point.");
        }

        var fewest = points.AreRows ? 1 : ReferencePoints.FewestRows;
        if (!SoundArrays.AreFinite(points.Masses) || Array.Exists(points.Masses, mass => mass < fewest))
        {
            throw new ArtifactException($"A point of form '{form}' stands for fewer than {fewest} rows, or for a number that is not finite. Make the model again.");
        }

        if (!SoundArrays.AreFinite(points.Spreads) || Array.Exists(points.Spreads, spread => spread < 0))
        {
            throw new ArtifactException($"A spread of form '{form}' is not a finite number of 0 or more. Make the model again.");
        }
    }
}
