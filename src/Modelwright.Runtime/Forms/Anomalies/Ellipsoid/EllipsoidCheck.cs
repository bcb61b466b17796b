using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Forms.Anomalies.Ellipsoid;

/// <summary>Says whether a shape can be asked safely and always gives finite scores, whoever made it.</summary>
internal static class EllipsoidCheck
{
    /// <summary>Entries of a direction of length 1, and rounding.</summary>
    private const double LongestEntry = 1.001;

    private const double MostStretch = 1e12;

    internal static void Check(string form, EllipsoidShape shape)
    {
        ScaledInputs.Check(form, shape.Inputs, shape.Centers, shape.Scales);
        if (shape.Axes.Length != (long)shape.Stretches.Length * shape.Inputs.Count || shape.Stretches.Length > shape.Inputs.Count)
        {
            throw new ArtifactException($"Form '{form}' has {shape.Axes.Length} numbers of axes and {shape.Stretches.Length} stretches for {shape.Inputs.Count} inputs. Give it one number an axis and input, and no more axes than inputs.");
        }

        if (!Array.TrueForAll(shape.Axes, entry => Math.Abs(entry) <= LongestEntry))
        {
            throw new ArtifactException($"An axis of form '{form}' has an entry that is no number from -1 to 1. Make the model again.");
        }

        if (!Array.TrueForAll(shape.Stretches, IsStretch) || !IsStretch(shape.Rest))
        {
            throw new ArtifactException($"A stretch of form '{form}' is no number from 0 to 1e12. Make the model again.");
        }
    }

    private static bool IsStretch(double value) => value is >= 0 and <= MostStretch;
}
