using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms;

/// <summary>What spaces of moved and scaled inputs share: where a value stands on its axis, and what makes such a space sound.</summary>
internal static class ScaledInputs
{
    /// <summary>The farthest place on an axis.</summary>
    internal const double Farthest = 1e6;

    /// <summary>The place of a value, within a million of 0; a missing one is at 0, which is the centre.</summary>
    internal static double Axis(double value, double center, double scale)
    {
        var place = (value - center) * scale;

        // Adding 0 makes -0 a 0, so that equal places have equal bits.
        return double.IsNaN(place) ? 0 : Math.Clamp(place, -Farthest, Farthest) + 0.0;
    }

    /// <summary>Checks that there is a finite centre and a scale of 0 or more for each input, and that all are numbers.</summary>
    internal static void Check(string form, IReadOnlyList<FormInput> inputs, double[] centers, double[] scales)
    {
        if (centers.Length != inputs.Count || scales.Length != inputs.Count)
        {
            throw new ArtifactException($"Form '{form}' has {centers.Length} centres and {scales.Length} scales for {inputs.Count} inputs. Give one of each an input.");
        }

        if (!SoundArrays.AreFinite(centers) || !SoundArrays.AreFinite(scales) || Array.Exists(scales, scale => scale < 0))
        {
            throw new ArtifactException($"A centre of form '{form}' is not finite, or a scale is not a finite number of 0 or more. Make the model again.");
        }

        if (inputs.FirstOrDefault(input => input.Type != ColumnType.Number) is { } other)
        {
            throw new ArtifactException($"Form '{form}' reads numbers; input '{other.Name}' is not one. Turn it into numbers by a step.");
        }
    }
}
