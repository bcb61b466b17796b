using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.LightGbm;
using Modelwright.Quality.Sets;

namespace Modelwright.Quality.Order;

/// <summary>Tries every setting of the pool on every set, and keeps what it answered out of fold.</summary>
internal static class TrialsCommand
{
    /// <summary>Runs what is not there yet.</summary>
    /// <param name="options">The call.</param>
    /// <returns>0.</returns>
    public static int Run(Options options)
    {
        Directory.CreateDirectory(options.Out);
        var pool = Pool.Of(Learners(options), options.Most, options.Settings);
        foreach (var set in DataSet.Read(options.Data, options.Sets))
        {
            var path = PathOf(options, set.Name);
            var trials = PoolTrial.ReadAll(path);
            var known = trials.Select(trial => trial.Key).ToHashSet(StringComparer.Ordinal);
            var missing = pool.Where(entry => !known.Contains($"{entry.Learner.Info.Name}: {entry.Name}")).ToArray();
            var rows = missing.Length > 0 ? PoolTrials.Read(set, options.Rows) : null;
            var tried = missing.Select(entry => rows!.Try(entry)).OfType<PoolTrial>().ToArray();
            if (tried.Length > 0)
            {
                PoolTrial.WriteAll(path, trials.Concat(tried));
            }

            Console.WriteLine($"{set.Name}: {tried.Length} settings tried in {tried.Sum(trial => trial.Seconds):F0} s, {trials.Count} known before");
        }

        return 0;
    }

    /// <summary>Where the trials of a set are kept.</summary>
    public static string PathOf(Options options, string set) => Path.Combine(options.Out, $"{set}.trials");

    /// <summary>The learners of a call.</summary>
    public static IEnumerable<ILearner> Learners(Options options)
    {
        var all = LightGbmLearners.All.Concat(new LearnerCatalog().AddBuiltIn().Learners).Where(learner => learner.Unavailable is null && !learner.Info.StoresRows);
        return all.Where(learner => options.Learners.Contains(learner.Info.Name) || options.Learners.Contains("all"));
    }
}
