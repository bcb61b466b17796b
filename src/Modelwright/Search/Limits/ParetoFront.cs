using Modelwright.Core.Learning;

namespace Modelwright.Search.Limits;

/// <summary>
/// Which of several models nobody need pass over: no other is at least as good in all that counts and better in one.
/// Source: Pareto 1906; Deb 2001, "Multi-objective optimization using evolutionary algorithms", section 2.4.
/// </summary>
internal static class ParetoFront
{
    /// <summary>Latencies and sizes within about a quarter of one another count as the same: a clock and a page of text are no finer.</summary>
    private const double Grain = 1.25;

    /// <summary>Whether each model is on the front.</summary>
    /// <param name="models">What each loses by the metric (NaN is worst), costs, and how it can be read.</param>
    public static bool[] Of(IReadOnlyList<(double Loss, ModelCost Cost, Readability Readability)> models)
    {
        double[][] points = [.. models.Select(Point)];
        return Array.ConvertAll(points, point => !Array.Exists(points, other => Beats(other, point)));
    }

    /// <summary>Smaller is better on every axis.</summary>
    private static double[] Point((double Loss, ModelCost Cost, Readability Readability) model) =>
    [
        double.IsNaN(model.Loss) ? double.PositiveInfinity : model.Loss,
        Coarse(1e6 * model.Cost.Seconds),
        Coarse(model.Cost.Bytes),
        -(double)model.Readability,
    ];

    private static double Coarse(double value) => Math.Round(Math.Log(Math.Max(1, value)) / Math.Log(Grain));

    private static bool Beats(double[] one, double[] other)
    {
        var isBetter = false;
        for (var axis = 0; axis < one.Length; axis++)
        {
            if (one[axis] > other[axis])
            {
                return false;
            }

            isBetter |= one[axis] < other[axis];
        }

        return isBetter;
    }
}
