using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Kernel;

/// <summary>Where a row stands: each input moved by its centre and multiplied by its scale.</summary>
/// <param name="Inputs">Number columns.</param>
/// <param name="Centers">One an input: what is taken from a value.</param>
/// <param name="Scales">One an input, 0 or more: what the rest is multiplied by.</param>
/// <remarks>A place is held within a million of 0 on every axis; a missing value is at 0, which is the centre.</remarks>
public sealed record KernelSpace(IReadOnlyList<FormInput> Inputs, double[] Centers, double[] Scales)
{
    private const double Farthest = 1e6;

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
                var place = (values[start + input] - Centers[input]) * Scales[input];

                // Adding 0 makes -0 a 0, so that equal places have equal bits.
                places[start + input] = double.IsNaN(place) ? 0 : Math.Clamp(place, -Farthest, Farthest) + 0.0;
            }
        }
    }

    internal void Check(string form)
    {
        if (Centers.Length != Inputs.Count || Scales.Length != Inputs.Count)
        {
            throw new ArtifactException($"Form '{form}' has {Centers.Length} centres and {Scales.Length} scales for {Inputs.Count} inputs. Give one of each an input.");
        }

        if (!SoundArrays.AreFinite(Centers) || !SoundArrays.AreFinite(Scales) || Array.Exists(Scales, scale => scale < 0))
        {
            throw new ArtifactException($"A centre of form '{form}' is not finite, or a scale is not a finite number of 0 or more. Make the model again.");
        }

        if (Inputs.FirstOrDefault(input => input.Type != ColumnType.Number) is { } other)
        {
            throw new ArtifactException($"Form '{form}' reads numbers; input '{other.Name}' is not one. Turn it into numbers by a step.");
        }
    }
}
