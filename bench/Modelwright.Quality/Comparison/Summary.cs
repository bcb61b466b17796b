namespace Modelwright.Quality.Comparison;

/// <summary>Ours against one other system over all sets that both have.</summary>
/// <param name="System">The other system.</param>
/// <param name="Sets">How many sets.</param>
/// <param name="Wins">On how many ours is better.</param>
/// <param name="Ties">On how many both are the same.</param>
/// <param name="MedianGain">Median over the sets of the share by which our error is smaller.</param>
/// <param name="Lower">Lower end of its 95 % interval.</param>
/// <param name="Upper">Upper end of its 95 % interval.</param>
internal sealed record Summary(string System, int Sets, int Wins, int Ties, double MedianGain, double Lower, double Upper)
{
    private const int Resamples = 10_000;
    private const double Same = 1e-12;

    /// <summary>Compares with every system that has a figure.</summary>
    /// <param name="figures">The sets.</param>
    public static IReadOnlyList<Summary> Of(IReadOnlyList<SetFigures> figures) =>
    [
        .. SetFigures.Systems
            .Select(system => (System: system, Gains: figures.Where(set => set.Others.ContainsKey(system)).Select(set => set.Others[system].Gain(set.Metric)).ToArray()))
            .Where(pair => pair.Gains.Length > 0)
            .Select(pair => From(pair.System, pair.Gains)),
    ];

    /// <summary>The mean rank of each system, 1 the best, over the sets where all have a figure; equals share their ranks.</summary>
    /// <param name="figures">The sets.</param>
    /// <param name="systems">The systems beside ours.</param>
    /// <returns>Number of sets, and the mean rank by system; ours is 'modelwright'.</returns>
    public static (int Sets, IReadOnlyDictionary<string, double> Ranks) MeanRanks(IReadOnlyList<SetFigures> figures, IReadOnlyList<string> systems)
    {
        var shared = figures.Where(set => systems.All(set.Others.ContainsKey)).ToArray();
        string[] all = ["modelwright", .. systems];
        var ranks = all.ToDictionary(system => system, _ => 0.0);
        foreach (var set in shared)
        {
            var errors = all.ToDictionary(system => system, system => SetFigures.Error(set.Metric, system == "modelwright" ? set.Ours : set.Others[system].Theirs));
            foreach (var system in all)
            {
                var better = errors.Values.Count(error => error < errors[system] - Same);
                var same = errors.Values.Count(error => Math.Abs(error - errors[system]) <= Same);
                ranks[system] += (better + ((same + 1) / 2.0)) / shared.Length;
            }
        }

        return (shared.Length, ranks);
    }

    private static Summary From(string system, double[] gains)
    {
        // The sets are the draws: how the median would move with other sets of the same kind.
        var random = new Random(0);
        var medians = new double[Resamples];
        var drawn = new double[gains.Length];
        for (var resample = 0; resample < Resamples; resample++)
        {
            for (var place = 0; place < drawn.Length; place++)
            {
                drawn[place] = gains[random.Next(gains.Length)];
            }

            medians[resample] = Median(drawn);
        }

        Array.Sort(medians);
        return new(
            system,
            gains.Length,
            gains.Count(gain => gain > Same),
            gains.Count(gain => Math.Abs(gain) <= Same),
            Median(gains),
            medians[(int)(0.025 * Resamples)],
            medians[(int)(0.975 * Resamples)]);
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
