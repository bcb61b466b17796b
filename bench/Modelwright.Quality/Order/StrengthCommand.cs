using Modelwright.Quality.Sets;

namespace Modelwright.Quality.Order;

/// <summary>How much of what the best learner of a set wins over the baseline each learner wins with its first setting.</summary>
internal static class StrengthCommand
{
    /// <summary>Prints a line a learner.</summary>
    /// <param name="options">The call.</param>
    /// <returns>0.</returns>
    public static int Run(Options options)
    {
        var shares = new SortedDictionary<string, List<(double Share, double Seconds, double Ratio)>>(StringComparer.Ordinal);
        var pool = Pool.Of(TrialsCommand.Learners(options), most: 1, file: null).ToDictionary(entry => entry.Learner.Info.Name, StringComparer.Ordinal);
        foreach (var set in DataSet.Read(options.Data, options.Sets).Where(set => File.Exists(TrialsCommand.PathOf(options, set.Name))))
        {
            var rows = PoolTrials.Read(set, options.Rows);
            var first = PoolTrial.ReadAll(TrialsCommand.PathOf(options, set.Name)).Where(trial => trial.Name == "recommended 0").ToArray();
            var losses = Array.ConvertAll(first, trial => rows.Loss([trial]));
            var (best, worst) = (losses.Min(), losses[Array.FindIndex(first, trial => trial.Learner == "baseline")]);
            for (var place = 0; place < first.Length; place++)
            {
                shares.TryAdd(first[place].Learner, []);
                shares[first[place].Learner].Add(((worst - losses[place]) / (worst - best), first[place].Seconds, first[place].Seconds / rows.Declared(pool[first[place].Learner])));
            }
        }

        foreach (var (learner, values) in shares)
        {
            double[] ratios = [.. values.Select(value => value.Ratio).Order()];
            double[] sorted = [.. values.Select(value => value.Share).Order()];
            Console.WriteLine($"{learner}: median {sorted[sorted.Length / 2]:F3}, lower quarter {sorted[sorted.Length / 4]:F3}, mean with less than 0 as 0 {sorted.Average(share => Math.Max(0, share)):F3}, {values.Average(value => value.Seconds):F2} s, {ratios[ratios.Length / 2]:F2} times what it declares ({ratios[ratios.Length / 10]:F2} to {ratios[ratios.Length * 9 / 10]:F2}), {sorted.Length} sets");
        }

        return 0;
    }
}
