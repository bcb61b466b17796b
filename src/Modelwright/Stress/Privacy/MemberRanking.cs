using Modelwright.Measures;

namespace Modelwright.Stress.Privacy;

/// <summary>How well a number tells training rows from others.</summary>
internal static class MemberRanking
{
    private static readonly string[] Sides = ["new", "training"];

    /// <summary>The chance that of a training row and another the training row has the larger number, with the interval of DeLong et al. 1988.</summary>
    /// <param name="values">One a row, finite: the training rows, then the others.</param>
    /// <param name="training">How many are training rows.</param>
    /// <param name="groups">One number a row, the same for rows that belong together; null where none do.</param>
    public static Estimate Estimate(double[] values, int training, int[]? groups)
    {
        int[] sides = [.. Enumerable.Range(0, values.Length).Select(row => row < training ? 1 : 0)];
        return BuiltInMetrics.Get("roc_auc").Estimate(new ClassAnswers(Sides, sides, [.. values.SelectMany(value => (double[])[-value, value])]), groups);
    }
}
