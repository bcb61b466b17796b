using Modelwright.Core.Learning;

namespace Modelwright.Runtime.Forms.Anomalies.Ellipsoid;

/// <summary>
/// A shape around the usual rows: how far out a row is counts differently along each axis. A place z is that of the inputs, moved and scaled;
/// stretched it is y = rest · z + Σ (stretch − rest) · axis · (axis · z), and the score is the length of y.
/// </summary>
/// <param name="Inputs">Number columns.</param>
/// <param name="Centers">One an input: what is taken from a value.</param>
/// <param name="Scales">One an input, 0 or more: what the rest is multiplied by.</param>
/// <remarks>A place is held within a million of 0 on every input; a missing value is at 0, which is the centre.</remarks>
public sealed record EllipsoidShape(IReadOnlyList<FormInput> Inputs, double[] Centers, double[] Scales)
{
    /// <summary>Axes x inputs: directions of length 1, at right angles to each other.</summary>
    public required double[] Axes { get; init; }

    /// <summary>One an axis, 0 or more: what its share of a place counts.</summary>
    public required double[] Stretches { get; init; }

    /// <summary>What the share of a place beside all axes counts, 0 or more.</summary>
    public double Rest { get; init; }

    internal long Bytes => 8L * (Centers.Length + Scales.Length + Axes.Length + Stretches.Length);
}
