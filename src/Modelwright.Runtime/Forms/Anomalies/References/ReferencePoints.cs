using Modelwright.Runtime.Forms.Neighbors;

namespace Modelwright.Runtime.Forms.Anomalies.References;

/// <summary>
/// The points that rows are compared with, to say how strange they are: means of at least three near training rows each, out of which no
/// row can be read; or the rows themselves.
/// </summary>
/// <param name="Space">Where rows and points stand; the metric is Euclidean.</param>
/// <param name="Places">Points x inputs, point by point.</param>
/// <param name="Masses">One a point: training rows that it stands for; 3 or more of means, 1 or more of rows.</param>
/// <param name="Spreads">One a point: the mean squared distance of its rows from it, 0 or more; 0 of rows.</param>
/// <param name="AreRows">Whether the points are training rows.</param>
/// <remarks>
/// Groups of three near rows: microaggregation, Domingo-Ferrer &amp; Mateo-Sanz 2002. The squared distance to a row of a group is, on the mean
/// over its rows, that to the group's mean and the group's spread together: so distances are not too short for the averaging.
/// </remarks>
public sealed record ReferencePoints(NeighborSpace Space, float[] Places, double[] Masses, double[] Spreads, bool AreRows)
{
    /// <summary>Rows that a point stands for at least, where it is no row itself.</summary>
    public const int FewestRows = 3;

    /// <summary>Number of points.</summary>
    public int Count => Masses.Length;

    /// <summary>Points that stand for so many rows at the least, whichever they are.</summary>
    internal int MostFor(int neighbors) => Math.Min(Count, AreRows ? neighbors : (neighbors + FewestRows - 1) / FewestRows);
}
