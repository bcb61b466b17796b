using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;

namespace Modelwright.Runtime.Forms.Neighbors;

/// <summary>Where a row stands: each input moved by its centre and multiplied by its scale, in single precision.</summary>
/// <param name="Inputs">Number columns.</param>
/// <param name="Centers">One an input: what is taken from a value.</param>
/// <param name="Scales">One an input, 0 or more: what the rest is multiplied by.</param>
/// <param name="Metric">How distances are measured there.</param>
/// <remarks>
/// A place is held within a million of 0 on every axis, so no distance leaves the range of single precision; a missing value
/// is at 0, which is the centre.
/// </remarks>
public sealed record NeighborSpace(IReadOnlyList<FormInput> Inputs, double[] Centers, double[] Scales, NeighborMetric Metric)
{
    /// <summary>The farthest place on an axis.</summary>
    internal const float Farthest = 1e6f;

    /// <summary>The places of rows.</summary>
    /// <param name="rows">The inputs by name.</param>
    /// <returns>Rows x inputs, row by row.</returns>
    /// <exception cref="DataException">Columns are absent or of another type; the text lists all.</exception>
    public float[] Place(Table rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var inputs = new FormInputs("neighbors", Inputs);
        var bound = inputs.Bind(rows);
        var places = new float[rows.RowCount * Inputs.Count];
        using var chunk = new RowChunks(inputs, 0, rows.RowCount);
        for (var start = 0; start < rows.RowCount; start += chunk.Rows)
        {
            var count = Math.Min(chunk.Rows, rows.RowCount - start);
            Place(chunk.Fill(bound, start, count), places.AsSpan(start * Inputs.Count, count * Inputs.Count));
        }

        return places;
    }

    /// <summary>The places of some rows of values.</summary>
    internal void Place(ReadOnlySpan<double> values, Span<float> places)
    {
        var width = Centers.Length;
        for (var start = 0; start < values.Length; start += width)
        {
            for (var input = 0; input < width; input++)
            {
                // A number too small for single precision may become -0, which adding 0 makes a 0.
                places[start + input] = (float)ScaledInputs.Axis(values[start + input], Centers[input], Scales[input]) + 0f;
            }

            if (Metric == NeighborMetric.Cosine)
            {
                ToLengthOne(places.Slice(start, width));
            }
        }
    }

    internal void Check(string form) => ScaledInputs.Check(form, Inputs, Centers, Scales);

    private static void ToLengthOne(Span<float> place)
    {
        var sum = 0.0;
        foreach (var axis in place)
        {
            sum += (double)axis * axis;
        }

        var inverse = sum > 0 ? 1 / Math.Sqrt(sum) : 0;
        foreach (ref var axis in place)
        {
            axis = (float)(axis * inverse);
        }
    }
}
