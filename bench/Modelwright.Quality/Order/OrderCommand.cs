using Modelwright.Core.Errors;
using Modelwright.Quality.Sets;

namespace Modelwright.Quality.Order;

/// <summary>Looks for an order of settings in which the first few, blended, are best over sets; judged on sets that had no part in it.</summary>
internal static class OrderCommand
{
    private const int Length = 10;

    /// <summary>Prints the order, and what it brings beside the order that the learner recommends.</summary>
    /// <param name="options">The call.</param>
    /// <returns>0.</returns>
    public static int Run(Options options)
    {
        var sets = DataSet.Read(options.Data, options.Sets).Where(set => File.Exists(TrialsCommand.PathOf(options, set.Name)))
            .Select(set => new SettingLosses(PoolTrials.Read(set, options.Rows), PoolTrial.ReadAll(TrialsCommand.PathOf(options, set.Name)).Where(trial => options.Learners.Contains(trial.Learner) || options.Learners.Contains("all"))))
            .ToArray();
        if (sets.Length < 2)
        {
            throw new OptionsException($"'{options.Out}' holds trials of {sets.Length} sets of these learners; two are needed. Make them with the command 'trials'.");
        }

        string[] pool = [.. sets.SelectMany(set => set.Keys).Distinct(StringComparer.Ordinal)];
        string[] start = [.. pool.Where(key => options.Start.Any(name => key.EndsWith(": " + name, StringComparison.Ordinal)))];
        var order = Order(sets, pool, start);
        foreach (var (key, place) in order.Select((key, place) => (key, place)))
        {
            Console.WriteLine($"{place + 1,2}. {key}: {Mean(sets, order[..(place + 1)]):F4} over the best, {sets.Average(set => set.RelativeSeconds(key)):F2} x the time of the first");
        }

        // Every set is judged by an order that the other sets gave.
        var own = sets.Select(set => Order([.. sets.Where(other => other != set)], pool, start)).ToArray();
        string[] recommended = [.. pool.Where(key => key.Contains("recommended", StringComparison.Ordinal))];
        foreach (var count in (int[])[1, 2, 3, 4, 6, 8])
        {
            var learned = sets.Select((set, place) => set.Excess(own[place].Take(count))).ToArray();
            var before = sets.Select(set => set.Excess(recommended.Take(count))).ToArray();
            var seconds = sets.Select((set, place) => own[place].Take(count).Sum(set.RelativeSeconds) / Math.Max(1e-9, recommended.Take(count).Sum(set.RelativeSeconds))).Average();
            var better = learned.Zip(before).Count(pair => pair.First < pair.Second - 1e-9);
            var worse = learned.Zip(before).Count(pair => pair.First > pair.Second + 1e-9);
            Console.WriteLine($"first {count,2}: learned {learned.Average():F4}, recommended {before.Average():F4} over the best; better on {better}, worse on {worse} of {sets.Length} sets; {seconds:F2} x the time");
        }

        return 0;
    }

    private static List<string> Order(SettingLosses[] sets, string[] pool, string[] start)
    {
        var order = new List<string>();
        var blends = Array.ConvertAll(sets, set => set.Begin());
        foreach (var key in start)
        {
            Array.ForEach(blends, blend => blend.Add(key));
            order.Add(key);
        }

        while (order.Count < Math.Min(Length, pool.Length))
        {
            var now = order.Count == 0 ? SettingLosses.Most : blends.Average(blend => blend.Excess);
            var next = pool.Except(order).AsParallel().AsOrdered()
                .Select(key => (Key: key, Gain: (now - blends.Average(blend => blend.ExcessWith(key))) / Math.Sqrt(sets.Average(set => set.RelativeSeconds(key)))))
                .MaxBy(entry => entry.Gain).Key;
            Array.ForEach(blends, blend => blend.Add(next));
            order.Add(next);
        }

        return order;
    }

    private static double Mean(SettingLosses[] sets, IReadOnlyList<string> keys) => sets.Average(set => set.Excess(keys));
}
