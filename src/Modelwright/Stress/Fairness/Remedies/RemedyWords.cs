using System.Globalization;
using Modelwright.Measures;

namespace Modelwright.Stress.Fairness.Remedies;

/// <summary>What a remedy gives and costs, in words.</summary>
internal static class RemedyWords
{
    /// <summary>The second half of a sentence about a remedy.</summary>
    /// <param name="gaps">The gap before and after.</param>
    /// <param name="metric">The metric of the price.</param>
    /// <param name="scores">It before and after.</param>
    /// <param name="price">After less before.</param>
    public static string Say((FairnessGap Before, FairnessGap After) gaps, IMetric metric, (double Before, double After) scores, Estimate price)
    {
        var sign = metric.Info.HigherIsBetter ? 1 : -1;
        var verdict = Math.Max(sign * price.Lower, sign * price.Upper) < 0 ? "That is a price beyond chance."
            : Math.Min(sign * price.Lower, sign * price.Upper) > 0 ? "That is a gain beyond chance."
            : "That may be chance.";
        return string.Create(CultureInfo.InvariantCulture, $"{gaps.Before.Measure} goes from {gaps.Before.Value:0.###} to {gaps.After.Value:0.###} ({gaps.After.Lower:0.###} … {gaps.After.Upper:0.###}) and {metric.Info.Title} from {scores.Before:0.###} to {scores.After:0.###}, by {price.Value:0.####} ({price.Lower:0.####} … {price.Upper:0.####}). {verdict}");
    }
}
