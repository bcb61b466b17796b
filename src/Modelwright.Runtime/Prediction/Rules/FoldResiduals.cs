using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Prediction.Rules;

/// <summary>How far one model of a bag was from the truth of the rows that it had not seen.</summary>
/// <param name="Sizes">Distances, in units of the scale, ascending, 0 or more; one may stand for several rows that were nearer.</param>
/// <param name="Weights">What the rows behind each weigh together, above 0.</param>
public sealed record FoldResiduals(double[] Sizes, double[] Weights)
{
    internal const int MostSizes = 1000;

    /// <summary>Whether the distances ascend from 0 or more, each with a weight above 0.</summary>
    internal bool IsSound()
    {
        var isSound = Sizes.Length == Weights.Length && Sizes.Length <= MostSizes && SoundArrays.AreFinite(Sizes) && SoundArrays.AreAscending(Sizes) && !(Sizes.Length > 0 && Sizes[0] < 0);
        for (var place = 0; isSound && place < Weights.Length; place++)
        {
            isSound = Weights[place] > 0;
        }

        return isSound;
    }

    /// <summary>Whether nothing in them differs from others.</summary>
    /// <param name="other">Others.</param>
    /// <returns>True where both are alike.</returns>
    public bool Equals(FoldResiduals? other) =>
        other is not null && Sizes.AsSpan().SequenceEqual(other.Sizes) && Weights.AsSpan().SequenceEqual(other.Weights);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Sizes.Length, Sizes.Length > 0 ? Sizes[^1] : 0);
}
