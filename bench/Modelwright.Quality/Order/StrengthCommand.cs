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
        var shares = new SortedDictionary<string, List<(double Share, double Seconds)>>(StringComparer.Ordinal);
        foreach (var set in DataSet.Read(options.Data, options.Sets).Where(set => File.Exists(TrialsCommand.PathOf(options, set.Name))))
        {
            var rows = TrialsCommand.Rows(set);
            var first = PoolTrial.ReadAll(TrialsCommand.PathOf(options, set.Name)).Where(trial => trial.Name == "recommended 0").ToArray();
            var losses = Array.ConvertAll(first, trial => rows.Loss([trial]));
            var (best, worst) = (losses.Min(), losses[Array.FindIndex(first, trial => trial.Learner == "baseline")]);
            for (var place = 0; place < first.Length; place++)
            {
                shares.TryAdd(first[place].Learner, []);
                shares[first[place].Learner].Add(((worst - losses[place]) / (worst - best), first[place].Seconds));
            }
        }

        foreach (var (learner, values) in shares)
        {
            double[] sorted = [.. values.Select(value => value.Share).Order()];
            Console.WriteLine($"{learner}: median {sorted[sorted.Length / 2]:F3}, lower quarter {sorted[sorted.Length / 4]:F3}, mean of those above 0 {sorted.Average(share => Math.Max(0, share)):F3}, {values.Average(value => value.Seconds):F2} s, {sorted.Length} sets");
        }

        return 0;
    }
}
