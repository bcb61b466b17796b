using Modelwright.Core.Errors;

namespace Modelwright.Measures.Comparing;

/// <summary>
/// Whether one model loses less than another on the same rows: a test by signs that chance could have turned round, and an
/// interval of the mean difference. Rows of one group are turned and drawn together.
/// </summary>
/// <remarks>
/// Sources: the test by sign flips, Fisher 1935, "The design of experiments", chapter 3, and Good 2005, "Permutation, parametric and
/// bootstrap tests of hypotheses"; the interval by the percentiles of the paired bootstrap, Efron and Tibshirani 1993, chapter 13.
/// </remarks>
public sealed record PairedLosses
{
    /// <summary>So many draws or fewer have all their sign flips looked at.</summary>
    private const int MostExact = 16;
    private const int Flips = 9_999;
    private const int Resamples = 2_000;
    private const double Tail = 0.025;

    /// <summary>Differences nearer to the one found than this share of the largest there could be are equal to it, but for rounding.</summary>
    private const double Dust = 1e-12;

    private PairedLosses()
    {
    }

    /// <summary>Mean loss of the second model less that of the first: below 0 the second is better.</summary>
    public required double Difference { get; init; }

    /// <summary>Lower end of the 95 % interval of the difference; NaN with fewer than two draws.</summary>
    public required double Lower { get; init; }

    /// <summary>Upper end of it.</summary>
    public required double Upper { get; init; }

    /// <summary>How often chance alone gives a difference as large to either side, from above 0 to 1.</summary>
    public required double PValue { get; init; }

    /// <summary>Whether every way to turn the signs was looked at; else 9,999 by seeded chance.</summary>
    public required bool IsExact { get; init; }

    /// <summary>The weighted share of rows on which the second model loses less, ties counted as half, from 0 to 1.</summary>
    public required double WinShare { get; init; }

    /// <summary>Rows, or groups of rows, that were drawn apart.</summary>
    public required int Draws { get; init; }

    /// <summary>Compares.</summary>
    /// <param name="first">The loss of each row by the first model; finite.</param>
    /// <param name="second">The same by the second, row by row.</param>
    /// <param name="weights">How much each row counts, 0 or more; null means one each.</param>
    /// <param name="groups">One number a row, the same for rows that belong together; null means none do.</param>
    /// <param name="seed">Chance of flips and draws.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="DataException">The lengths differ, or no row counts.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static PairedLosses Of(
        IReadOnlyList<double> first, IReadOnlyList<double> second, IReadOnlyList<double>? weights = null, IReadOnlyList<int>? groups = null, int seed = 0, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count != second.Count || (weights ?? first).Count != first.Count || (groups is not null && groups.Count != first.Count))
        {
            throw new DataException($"There are {first.Count} and {second.Count} losses, {weights?.Count ?? first.Count} weights and {groups?.Count ?? first.Count} group numbers. Give one of each a row.");
        }

        var draws = Sums(first, second, weights, groups, out var winShare);
        var total = draws.Sum(draw => draw.Weight);
        if (!(total > 0))
        {
            throw new DataException("No row has a weight above 0, so there is nothing to compare. Bring rows that count.");
        }

        var (lower, upper) = Interval(draws, seed, cancellation);
        return new()
        {
            Difference = draws.Sum(draw => draw.Sum) / total,
            Lower = lower,
            Upper = upper,
            PValue = draws.Length <= MostExact ? Exact(draws) : Sampled(draws, seed, cancellation),
            IsExact = draws.Length <= MostExact,
            WinShare = winShare,
            Draws = draws.Length,
        };
    }

    private static Draw[] Sums(IReadOnlyList<double> first, IReadOnlyList<double> second, IReadOnlyList<double>? weights, IReadOnlyList<int>? groups, out double winShare)
    {
        var sums = new OrderedDictionary<int, Draw>();
        var (won, total) = (0.0, 0.0);
        for (var row = 0; row < first.Count; row++)
        {
            var weight = weights?[row] ?? 1;
            if (weight > 0)
            {
                var key = groups?[row] ?? row;
                var before = sums.GetValueOrDefault(key);
                sums[key] = new(before.Sum + (weight * (second[row] - first[row])), before.Weight + weight);
                won += weight * (second[row] < first[row] ? 1 : second[row] == first[row] ? 0.5 : 0);
                total += weight;
            }
        }

        winShare = total > 0 ? won / total : double.NaN;
        return [.. sums.Values];
    }

    private static double Exact(Draw[] draws)
    {
        var least = Reached(draws);
        var ways = 1 << draws.Length;
        var asFar = 0;
        for (var way = 0; way < ways; way++)
        {
            var sum = 0.0;
            for (var draw = 0; draw < draws.Length; draw++)
            {
                sum += (way >> draw & 1) == 0 ? draws[draw].Sum : -draws[draw].Sum;
            }

            asFar += Math.Abs(sum) >= least ? 1 : 0;
        }

        return (double)asFar / ways;
    }

    // The way that was found counts among those by chance, so that the test holds its level at any number of flips.
    private static double Sampled(Draw[] draws, int seed, CancellationToken cancellation)
    {
        var least = Reached(draws);
        var random = new Random(seed);
        var asFar = 1;
        for (var flip = 0; flip < Flips; flip++)
        {
            cancellation.ThrowIfCancellationRequested();
            var sum = 0.0;
            long bits = 0;
            for (var draw = 0; draw < draws.Length; draw++)
            {
                bits = draw % 62 == 0 ? random.NextInt64() : bits >> 1;
                sum += (bits & 1) == 0 ? draws[draw].Sum : -draws[draw].Sum;
            }

            asFar += Math.Abs(sum) >= least ? 1 : 0;
        }

        return asFar / (Flips + 1.0);
    }

    private static double Reached(Draw[] draws) => Math.Abs(draws.Sum(draw => draw.Sum)) - (Dust * draws.Sum(draw => Math.Abs(draw.Sum)));

    private static (double Lower, double Upper) Interval(Draw[] draws, int seed, CancellationToken cancellation)
    {
        if (draws.Length < 2)
        {
            return (double.NaN, double.NaN);
        }

        var random = new Random(seed);
        var means = new double[Resamples];
        for (var resample = 0; resample < means.Length; resample++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (sum, weight) = (0.0, 0.0);
            for (var draw = 0; draw < draws.Length; draw++)
            {
                var drawn = draws[random.Next(draws.Length)];
                sum += drawn.Sum;
                weight += drawn.Weight;
            }

            means[resample] = sum / weight;
        }

        Array.Sort(means);
        var cut = (int)(Tail * Resamples);
        return (means[cut], means[Resamples - 1 - cut]);
    }

    /// <summary>Rows that belong together: the weighted sum of their differences, and their weight.</summary>
    private readonly record struct Draw(double Sum, double Weight);
}
