using Modelwright.Core.Data;

namespace Modelwright.Quality.Monitoring;

/// <summary>Windows drawn from one half of some rows, while the other half is the reference.</summary>
internal sealed class WindowDraws
{
    private readonly Random _random;

    /// <summary>Deals rows into halves.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="seed">Chance.</param>
    public WindowDraws(Table rows, int seed)
    {
        _random = new(seed + 1);
        int[] order = [.. Enumerable.Range(0, rows.RowCount)];
        _random.Shuffle(order);
        Reference = rows.Take(order.AsSpan(0, order.Length / 2));
        Pool = rows.Take(order.AsSpan(order.Length / 2));
    }

    /// <summary>The rows of the reference.</summary>
    public Table Reference { get; }

    /// <summary>The rows that windows are drawn from.</summary>
    public Table Pool { get; }

    /// <summary>A window: without replacement where the pool has three times as many rows, else with.</summary>
    public Table Honest(int size)
    {
        if (size * 3 <= Pool.RowCount)
        {
            int[] order = [.. Enumerable.Range(0, Pool.RowCount)];
            _random.Shuffle(order);
            return Pool.Take(order.AsSpan(0, size));
        }

        return Pool.Take([.. Enumerable.Range(0, size).Select(_ => _random.Next(Pool.RowCount))]);
    }

    /// <summary>A window whose rows come as often as their weights say.</summary>
    public Table Weighed(double[] weights, int size)
    {
        var sums = new double[weights.Length];
        var sum = 0.0;
        for (var row = 0; row < sums.Length; row++)
        {
            sums[row] = sum += weights[row];
        }

        return Pool.Take([.. Enumerable.Range(0, size).Select(_ => Math.Min(sums.Length - 1, Array.BinarySearch(sums, _random.NextDouble() * sum) is var place && place >= 0 ? place : ~place))]);
    }

    /// <summary>A window in which the labels of a share of the rows are those of others.</summary>
    public Table Swapped(Table window, string target, double share)
    {
        int[] order = [.. Enumerable.Range(0, window.RowCount)];
        for (var row = 0; row < order.Length; row++)
        {
            order[row] = _random.NextDouble() < share ? _random.Next(order.Length) : row;
        }

        return window.With(window[target].Take(order));
    }
}
