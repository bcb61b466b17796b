namespace Modelwright.Measures.Numbers;

/// <summary>The sizes of the errors in ascending order with the weight up to each.</summary>
internal sealed class Sorted
{
    private readonly double[] _sizes;
    private readonly double[] _upTo;

    private Sorted(double[] sizes, double[] upTo)
    {
        _sizes = sizes;
        _upTo = upTo;
    }

    /// <summary>Sorts the rows of a weight above 0.</summary>
    /// <param name="answers">The rows.</param>
    public static Sorted Of(NumberAnswers answers)
    {
        var all = new double[answers.Count];
        for (var row = 0; row < all.Length; row++)
        {
            all[row] = Math.Abs(answers.Truth[row] - answers.Predicted[row]);
        }

        var order = new int[all.Length];
        RadixOrder.Ascending(all, order);
        var sizes = new double[all.Length];
        var upTo = new double[all.Length];
        var kept = 0;
        var total = 0.0;
        foreach (var row in order)
        {
            if (answers.Weight(row) is var weight and > 0)
            {
                total += weight;
                sizes[kept] = all[row];
                upTo[kept++] = total;
            }
        }

        return new(sizes[..kept], upTo[..kept]);
    }

    /// <summary>The size of error below which a share of the weight lies; halfway between two where it lies exactly there.</summary>
    /// <param name="share">From 0 to 1; less or more is taken as the bound.</param>
    /// <returns>The size; NaN without rows.</returns>
    public double At(double share)
    {
        if (_sizes.Length == 0)
        {
            return double.NaN;
        }

        var wanted = Math.Clamp(share, 0, 1) * _upTo[^1];
        var found = Array.BinarySearch(_upTo, wanted);
        if (found >= 0 && found + 1 < _sizes.Length)
        {
            return (_sizes[found] + _sizes[found + 1]) / 2;
        }

        return _sizes[Math.Min(found >= 0 ? found : ~found, _sizes.Length - 1)];
    }
}
