using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;

namespace Modelwright.Runtime.Forms.Kernel;

/// <summary>Where a row stands: each input moved by its centre and multiplied by its scale.</summary>
/// <param name="Inputs">Number columns.</param>
/// <param name="Centers">One an input: what is taken from a value.</param>
/// <param name="Scales">One an input, 0 or more: what the rest is multiplied by.</param>
/// <remarks>A place is held within a million of 0 on every axis; a missing value is at 0, which is the centre.</remarks>
public sealed record KernelSpace(IReadOnlyList<FormInput> Inputs, double[] Centers, double[] Scales)
{
    /// <summary>The places of rows.</summary>
    /// <param name="rows">The inputs by name.</param>
    /// <returns>Rows x inputs, row by row.</returns>
    /// <exception cref="DataException">Columns are absent or of another type; the text lists all.</exception>
    public double[] Place(Table rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var inputs = new FormInputs("kernel", Inputs);
        var bound = inputs.Bind(rows);
        var places = new double[rows.RowCount * Inputs.Count];
        using var chunk = new RowChunks(inputs, 0, rows.RowCount);
        for (var start = 0; start < rows.RowCount; start += chunk.Rows)
        {
            var count = Math.Min(chunk.Rows, rows.RowCount - start);
            Place(chunk.Fill(bound, start, count), places.AsSpan(start * Inputs.Count, count * Inputs.Count));
        }

        return places;
    }

    /// <summary>The places of some rows of values.</summary>
    internal void Place(ReadOnlySpan<double> values, Span<double> places)
    {
        var width = Centers.Length;
        for (var start = 0; start < values.Length; start += width)
        {
            for (var input = 0; input < width; input++)
            {
                places[start + input] = ScaledInputs.Axis(values[start + input], Centers[input], Scales[input]);
            }
        }
    }

    internal void Check(string form) => ScaledInputs.Check(form, Inputs, Centers, Scales);
}
