using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Calibrated;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Stress.Attacks.Trees;

/// <summary>The score from which the second of two classes is answered, whatever link, calibration and decision lie between.</summary>
/// <param name="Value">The score.</param>
/// <param name="HoldsSecond">Whether the second class is answered at that very score.</param>
internal sealed record ScoreThreshold(double Value, bool HoldsSecond)
{
    // Leaves of forests add up to round shares; the threshold between two neighbouring numbers is meant to be the round one.
    private const int Digits = 12;
    private const double Rounding = 1e-12;

    /// <summary>Looks for it; null where a higher score can lead from the second class back to the first.</summary>
    /// <param name="link">Logistic, or identity for a score that is the share of the second class.</param>
    /// <param name="map">What calibrates; null for nothing.</param>
    /// <param name="decision">Which class is answered; null for the more probable one, the first of equals.</param>
    /// <param name="low">A score below all that there are.</param>
    /// <param name="high">A score above all that there are.</param>
    public static ScoreThreshold? Of(ProbabilityLink link, ProbabilityMap? map, ClassDecision? decision, double low, double high)
    {
        if (IsSecond(low) == IsSecond(high))
        {
            return IsSecond(low) ? new(low - 1, true) : new(high + 1, true);
        }

        if (IsSecond(low))
        {
            return null;
        }

        while (low + ((high - low) / 2) is var middle && middle > low && middle < high)
        {
            (low, high) = IsSecond(middle) ? (low, middle) : (middle, high);
        }

        var round = Math.Round(high, Digits);
        return Math.Abs(round - high) <= Rounding ? new(round, IsSecond(round)) : new(high, true);

        bool IsSecond(double score)
        {
            var share = link == ProbabilityLink.Logistic ? 1 / (1 + Math.Exp(-score)) : Math.Clamp(score, 0, 1);
            double[] shares = [1 - share, share];
            map?.Apply(shares, 2);
            return decision is null ? shares[1] > shares[0] : decision.Choose(shares) == 1;
        }
    }
}
