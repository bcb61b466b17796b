using Modelwright.Profile.Relations;

namespace Modelwright.Findings.Inner;

/// <summary>One tree of three levels, grown on bins, whose leaves are added to scores at once.</summary>
internal static class ShallowTree
{
    private const int Levels = 3;
    private const double FewestCurvature = 1.0;
    private const double Penalty = 1.0;

    /// <summary>Grows a tree on the training rows and adds its answers to the scores of all rows.</summary>
    public static void Add(IReadOnlyList<BinnedColumn> columns, int[] training, double[] gradients, double[] curvatures, double rate, double[] scores)
    {
        var all = new int[scores.Length];
        for (var row = 0; row < all.Length; row++)
        {
            all[row] = row;
        }

        Grow(new(columns, gradients, curvatures, rate, scores), training, all, Levels);
    }

    private static void Grow(Ground ground, int[] training, int[] reached, int levels)
    {
        var (gradient, curvature) = (0.0, 0.0);
        foreach (var row in training)
        {
            gradient += ground.Gradients[row];
            curvature += ground.Curvatures[row];
        }

        var best = levels == 0 ? null : Best(ground, training, gradient, curvature);
        if (best is null)
        {
            var leaf = -ground.Rate * gradient / (curvature + Penalty);
            foreach (var row in reached)
            {
                ground.Scores[row] += leaf;
            }

            return;
        }

        var codes = ground.Columns[best.Column].Codes;
        Grow(ground, Array.FindAll(training, row => best.IsLeft[codes[row]]), Array.FindAll(reached, row => best.IsLeft[codes[row]]), levels - 1);
        Grow(ground, Array.FindAll(training, row => !best.IsLeft[codes[row]]), Array.FindAll(reached, row => !best.IsLeft[codes[row]]), levels - 1);
    }

    private static Cut? Best(Ground ground, int[] training, double gradient, double curvature)
    {
        Cut? best = null;
        for (var column = 0; column < ground.Columns.Count; column++)
        {
            best = Better(best, ground, column, training, gradient, curvature);
        }

        return best;
    }

    private static Cut? Better(Cut? best, Ground ground, int column, int[] training, double gradient, double curvature)
    {
        var bins = ground.Columns[column];
        var (sums, weights) = (new double[bins.Count], new double[bins.Count]);
        foreach (var row in training)
        {
            sums[bins.Codes[row]] += ground.Gradients[row];
            weights[bins.Codes[row]] += ground.Curvatures[row];
        }

        int[] order = [.. Enumerable.Range(0, bins.Count).Where(bin => weights[bin] > 0)];
        if (!bins.IsOrdered)
        {
            Array.Sort(Array.ConvertAll(order, bin => sums[bin] / (weights[bin] + Penalty)), order);
        }

        var (left, leftWeight, whole) = (0.0, 0.0, Gain(gradient, curvature));
        for (var place = 0; place < order.Length - 1; place++)
        {
            left += sums[order[place]];
            leftWeight += weights[order[place]];
            var gain = Gain(left, leftWeight) + Gain(gradient - left, curvature - leftWeight) - whole;
            if (leftWeight >= FewestCurvature && curvature - leftWeight >= FewestCurvature && gain > (best?.Gain ?? 1e-9))
            {
                best = new(column, gain, LeftOf(order, place, bins.Count));
            }
        }

        return best;
    }

    private static bool[] LeftOf(int[] order, int last, int bins)
    {
        var isLeft = new bool[bins];
        for (var place = 0; place <= last; place++)
        {
            isLeft[order[place]] = true;
        }

        return isLeft;
    }

    private static double Gain(double gradient, double curvature) => gradient * gradient / (curvature + Penalty);

    private sealed record Ground(IReadOnlyList<BinnedColumn> Columns, double[] Gradients, double[] Curvatures, double Rate, double[] Scores);

    private sealed record Cut(int Column, double Gain, bool[] IsLeft);
}
