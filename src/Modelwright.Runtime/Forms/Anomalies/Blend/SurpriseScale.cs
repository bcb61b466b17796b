using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Anomalies.Blend;

/// <summary>
/// Brings the scores of any detector to one scale: how surprising a score is, -log of the share of the training rows that score as high.
/// 0 is the least strange row, 2.3 one of a tenth, 6.9 one of a thousandth.
/// </summary>
/// <param name="Scores">Rising: some scores of training rows; 1 to <see cref="MostKnots"/>.</param>
/// <param name="Surprises">As many, rising, 0 or more.</param>
/// <remarks>
/// Straight between the knots. Beyond the last a surprise grows by the logarithm of the distance, in units of what lies between the middle and
/// the last knot, so that two rows that are both stranger than all of training are still told apart. The idea: Kriegel, Kröger, Schubert
/// &amp; Zimek 2011, "Interpreting and unifying outlier scores", section 4.
/// </remarks>
public sealed record SurpriseScale(double[] Scores, double[] Surprises)
{
    /// <summary>Knots at most.</summary>
    public const int MostKnots = 256;

    /// <summary>The scale of the scores of training rows.</summary>
    /// <param name="scores">One a training row, finite; one or more. Rows that tie share the middle of their places.</param>
    /// <returns>Knots at equal steps of surprise, so that the strangest rows have as many as all others.</returns>
    public static SurpriseScale Of(ReadOnlySpan<double> scores)
    {
        double[] sorted = [.. scores];
        Array.Sort(sorted);
        List<double> knots = [];
        List<double> surprises = [];
        var most = -PortableMath.Log(0.5 / sorted.Length);
        for (var step = 0; step < MostKnots; step++)
        {
            var wanted = PortableMath.Exp(-most * step / (MostKnots - 1));
            var place = Math.Clamp((int)(sorted.Length * (1 - wanted)), 0, sorted.Length - 1);
            var score = sorted[place];
            if (knots.Count == 0 || score > knots[^1])
            {
                knots.Add(score);
                surprises.Add(Surprise(sorted, score));
            }
        }

        return new([.. knots], [.. surprises]);
    }

    /// <summary>The surprise of a score.</summary>
    /// <param name="score">A finite number.</param>
    /// <returns>0 or more; higher where the score is.</returns>
    public double Of(double score)
    {
        var last = Scores.Length - 1;
        if (score >= Scores[last])
        {
            var unit = Math.Max(Scores[last] - Scores[last / 2], double.Epsilon);
            return Surprises[last] + (score > Scores[last] ? PortableMath.Log(1 + Math.Min((score - Scores[last]) / unit, double.MaxValue)) : 0);
        }

        if (score <= Scores[0])
        {
            return Surprises[0];
        }

        var found = Array.BinarySearch(Scores, score);
        var above = found >= 0 ? found : ~found;
        if (found >= 0)
        {
            return Surprises[found];
        }

        // Halved first, so that no difference leaves the range of numbers.
        var share = ((score / 2) - (Scores[above - 1] / 2)) / ((Scores[above] / 2) - (Scores[above - 1] / 2));
        return Surprises[above - 1] + (share * (Surprises[above] - Surprises[above - 1]));
    }

    /// <summary>Checks the numbers.</summary>
    /// <exception cref="ArtifactException">There are none or too many, they do not rise, or one is not finite.</exception>
    internal void Check(string form)
    {
        if (Scores.Length is 0 or > MostKnots || Surprises.Length != Scores.Length)
        {
            throw new ArtifactException($"A scale of form '{form}' has {Scores.Length} scores and {Surprises.Length} surprises. Give 1 to {MostKnots} of each.");
        }

        for (var knot = 0; knot < Scores.Length; knot++)
        {
            var rises = knot == 0 || (Scores[knot] > Scores[knot - 1] && Surprises[knot] >= Surprises[knot - 1]);
            if (!rises || !double.IsFinite(Scores[knot]) || !(Surprises[knot] >= 0 && double.IsFinite(Surprises[knot])))
            {
                throw new ArtifactException($"A scale of form '{form}' does not rise from knot to knot, or holds a number that is not finite. Make the model again.");
            }
        }
    }

    /// <summary>-log of the share that scores higher, ties counting half.</summary>
    private static double Surprise(double[] sorted, double score)
    {
        var (from, to) = (Below(sorted, score, isInclusive: false), Below(sorted, score, isInclusive: true));
        var higher = sorted.Length - to + (0.5 * (to - from));
        return Math.Max(0, -PortableMath.Log(higher / sorted.Length));
    }

    private static int Below(double[] sorted, double score, bool isInclusive)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (sorted[middle] < score || (isInclusive && sorted[middle] == score))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
