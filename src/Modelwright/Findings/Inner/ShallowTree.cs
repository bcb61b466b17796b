using Modelwright.Profile.Relations;

namespace Modelwright.Findings.Inner;

/// <summary>Grows a tree of three levels on bins.</summary>
/// <param name="columns">The columns in bins.</param>
/// <param name="gradients">First derivatives of the loss, a row.</param>
/// <param name="curvatures">Second derivatives of the loss, a row.</param>
/// <param name="rate">What leaves are multiplied with.</param>
/// <param name="account">Told of every cut; null where nobody asks.</param>
internal sealed class ShallowTree(IReadOnlyList<BinnedColumn> columns, double[] gradients, double[] curvatures, double rate, CutAccount? account)
{
    /// <summary>Levels of cuts.</summary>
    public const int Levels = 3;

    private const double FewestCurvature = 1.0;
    private const double Penalty = 1.0;
    private const double LeastGain = 1e-9;
    private readonly double[] _sums = new double[MostBins(columns)];
    private readonly double[] _weights = new double[MostBins(columns)];
    private readonly double[] _keys = new double[MostBins(columns)];
    private readonly int[] _order = new int[MostBins(columns)];

    /// <summary>Grows on the training rows.</summary>
    public BinTree Grow(int[] training) => Grow(training, Levels);

    private BinTree Grow(int[] training, int levels)
    {
        var (gradient, curvature) = (0.0, 0.0);
        foreach (var row in training)
        {
            gradient += gradients[row];
            curvature += curvatures[row];
        }

        var best = levels == 0 ? null : Best(training, gradient, curvature);
        if (best is null)
        {
            return new(-1, -rate * gradient / (curvature + Penalty));
        }

        account?.Add(best.Column, best.Gain);
        var codes = columns[best.Column].Codes;
        return new(best.Column, 0)
        {
            IsLeft = best.IsLeft,
            Left = Grow(Array.FindAll(training, row => best.IsLeft[codes[row]]), levels - 1),
            Right = Grow(Array.FindAll(training, row => !best.IsLeft[codes[row]]), levels - 1),
        };
    }

    private Cut? Best(int[] training, double gradient, double curvature)
    {
        Cut? best = null;
        for (var column = 0; column < columns.Count; column++)
        {
            best = Better(best, column, training, gradient, curvature);
        }

        return best;
    }

    private Cut? Better(Cut? best, int column, int[] training, double gradient, double curvature)
    {
        Count(columns[column], training);
        var order = _order.AsSpan(0, Order(columns[column]));
        var (left, leftWeight, whole) = (0.0, 0.0, Gain(gradient, curvature));
        for (var place = 0; place < order.Length - 1; place++)
        {
            left += _sums[order[place]];
            leftWeight += _weights[order[place]];
            var gain = Gain(left, leftWeight) + Gain(gradient - left, curvature - leftWeight) - whole;
            var weighed = account?.Weigh(column, gain) ?? gain;
            if (leftWeight >= FewestCurvature && curvature - leftWeight >= FewestCurvature && weighed > (best?.Weighed ?? LeastGain))
            {
                best = new(column, gain, weighed, LeftOf(order, place, columns[column].Count));
            }
        }

        return best;
    }

    private void Count(BinnedColumn bins, int[] training)
    {
        Array.Clear(_sums);
        Array.Clear(_weights);
        var (codes, sums, weights) = (bins.Codes, _sums, _weights);
        var (first, second) = (gradients, curvatures);
        foreach (var row in training)
        {
            sums[codes[row]] += first[row];
            weights[codes[row]] += second[row];
        }
    }

    // The bins that have rows, in the order in which they are parted; levels by what a leaf of them would answer.
    private int Order(BinnedColumn bins)
    {
        var count = 0;
        for (var bin = 0; bin < bins.Count; bin++)
        {
            if (_weights[bin] > 0)
            {
                _keys[count] = _sums[bin] / (_weights[bin] + Penalty);
                _order[count++] = bin;
            }
        }

        if (!bins.IsOrdered)
        {
            Array.Sort(_keys, _order, 0, count);
        }

        return count;
    }

    private static bool[] LeftOf(ReadOnlySpan<int> order, int last, int bins)
    {
        var isLeft = new bool[bins];
        for (var place = 0; place <= last; place++)
        {
            isLeft[order[place]] = true;
        }

        return isLeft;
    }

    private static int MostBins(IReadOnlyList<BinnedColumn> columns) => columns.Select(column => column.Count).DefaultIfEmpty(0).Max();

    private static double Gain(double gradient, double curvature) => gradient * gradient / (curvature + Penalty);

    private sealed record Cut(int Column, double Gain, double Weighed, bool[] IsLeft);
}
