using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Anomalies.Tails;

/// <summary>Says whether curves can be asked safely and always give finite scores, whoever made them.</summary>
internal static class TailCheck
{
    /// <summary>More than any logarithm of a share that a table of rows can have.</summary>
    private const double MostRare = 1e6;

    internal static void Check(string form, TailCurves tails)
    {
        if (tails.Curves.Count != tails.Inputs.Count)
        {
            throw new ArtifactException($"Form '{form}' has {tails.Curves.Count} curves for {tails.Inputs.Count} inputs. Give it one an input.");
        }

        for (var input = 0; input < tails.Curves.Count; input++)
        {
            if (Fault(tails.Curves[input]) is { } fault)
            {
                throw new ArtifactException($"The curve of form '{form}' for input '{tails.Inputs[input].Name}' cannot be used: {fault}. Make the model again.");
            }
        }
    }

    private static string? Fault(TailCurve curve)
    {
        if (curve.Lower.Length != curve.Points.Length || curve.Upper.Length != curve.Points.Length)
        {
            return FormattableString.Invariant($"it has {curve.Points.Length} points with {curve.Lower.Length} lower and {curve.Upper.Length} upper tails");
        }

        if (!SoundArrays.AreFinite(curve.Points) || !IsRising(curve.Points))
        {
            return "its points are not finite, or do not rise";
        }

        var falling = (double[])curve.Lower.Clone();
        Array.Reverse(falling);
        if (!Array.TrueForAll(curve.Lower, IsRare) || !Array.TrueForAll(curve.Upper, IsRare) || !SoundArrays.AreAscending(falling) || !SoundArrays.AreAscending(curve.Upper))
        {
            return "its lower tails do not fall, or its upper ones do not rise, between 0 and 1e6";
        }

        return IsRare(curve.LowerStart) && IsRare(curve.UpperStart) && IsReach(curve.LowerReach) && IsReach(curve.UpperReach)
            ? null
            : "what is beyond its points starts outside 0 to 1e6, or has no reach above 0";
    }

    private static bool IsRare(double value) => value is >= 0 and <= MostRare;

    private static bool IsReach(double value) => value > 0 && double.IsFinite(value);

    private static bool IsRising(double[] points)
    {
        for (var point = 1; point < points.Length; point++)
        {
            if (!(points[point] > points[point - 1]))
            {
                return false;
            }
        }

        return true;
    }
}
