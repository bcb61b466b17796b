using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Prediction.Rules;

/// <summary>A scale that was learned over the answered number: straight between points, beyond them that of the nearest.</summary>
internal static class ScaleLine
{
    internal const int MostPoints = 1000;

    /// <summary>The scale at an answer; 1 without points.</summary>
    internal static double At(double[] at, double[] scale, double answer)
    {
        if (at.Length == 0)
        {
            return 1;
        }

        var place = at.AsSpan().BinarySearch(answer);
        if (place >= 0)
        {
            return scale[place];
        }

        var after = ~place;
        if (after == 0 || after == at.Length)
        {
            return scale[Math.Min(after, at.Length - 1)];
        }

        var share = (answer - at[after - 1]) / (at[after] - at[after - 1]);
        return scale[after - 1] + (share * (scale[after] - scale[after - 1]));
    }

    /// <summary>Whether the points ascend, none twice, each with a scale above 0.</summary>
    internal static bool IsSound(double[] at, double[] scale)
    {
        var isSound = at.Length == scale.Length && at.Length <= MostPoints && SoundArrays.AreFinite(at) && SoundArrays.AreFinite(scale);
        foreach (var size in scale)
        {
            isSound &= size > 0;
        }

        for (var place = 1; isSound && place < at.Length; place++)
        {
            isSound = at[place] > at[place - 1];
        }

        return isSound;
    }
}
