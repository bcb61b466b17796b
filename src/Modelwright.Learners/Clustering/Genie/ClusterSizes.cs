namespace Modelwright.Learners.Clustering.Genie;

/// <summary>The sizes of all clusters, and how uneven they are.</summary>
/// <remarks>Different sizes stand sorted with the number of clusters that have them: of n rows no more than the root of 2 n.</remarks>
internal sealed class ClusterSizes
{
    private readonly double[] _sizes;
    private readonly int[] _counts;
    private readonly double _total;
    private int _different;
    private int _clusters;

    /// <summary>Sum of the differences of all pairs.</summary>
    private double _differences;

    /// <summary>Starts with clusters of some sizes.</summary>
    public ClusterSizes(double[] sizes)
    {
        var sorted = (double[])sizes.Clone();
        Array.Sort(sorted);
        (_sizes, _counts) = (new double[sorted.Length + 1], new int[sorted.Length + 1]);
        for (var place = 0; place < sorted.Length; place++)
        {
            if (_different == 0 || _sizes[_different - 1] != sorted[place])
            {
                _sizes[_different++] = sorted[place];
            }

            _counts[_different - 1]++;
            _total += sorted[place];
            _differences += sorted[place] * ((2.0 * place) - sorted.Length + 1);
        }

        _clusters = sorted.Length;
    }

    /// <summary>The smallest size.</summary>
    public double Smallest => _sizes[0];

    /// <summary>From 0, where all are equal, to 1, where one has nearly all.</summary>
    public double Gini => _clusters < 2 ? 0 : _differences / ((_clusters - 1) * _total);

    /// <summary>Two clusters become one.</summary>
    /// <returns>Its size.</returns>
    public double Join(double one, double other)
    {
        var sum = one + other;
        _differences += SumOfDifferences(sum) - SumOfDifferences(one) - SumOfDifferences(other) + Math.Abs(one - other) - sum;
        Remove(one);
        Remove(other);
        Add(sum);
        _clusters--;
        return sum;
    }

    private double SumOfDifferences(double size)
    {
        var sum = 0.0;
        for (var place = 0; place < _different; place++)
        {
            sum += _counts[place] * Math.Abs(size - _sizes[place]);
        }

        return sum;
    }

    private void Remove(double size)
    {
        var place = Array.BinarySearch(_sizes, 0, _different, size);
        if (--_counts[place] == 0)
        {
            _different--;
            Array.Copy(_sizes, place + 1, _sizes, place, _different - place);
            Array.Copy(_counts, place + 1, _counts, place, _different - place);
        }
    }

    private void Add(double size)
    {
        var place = Array.BinarySearch(_sizes, 0, _different, size);
        if (place < 0)
        {
            place = ~place;
            Array.Copy(_sizes, place, _sizes, place + 1, _different - place);
            Array.Copy(_counts, place, _counts, place + 1, _different - place);
            (_sizes[place], _counts[place]) = (size, 0);
            _different++;
        }

        _counts[place]++;
    }
}
