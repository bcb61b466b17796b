using System.Diagnostics;
using Modelwright.Core.Learning;
using Modelwright.Measures.Segments;
using Modelwright.Tasks.Clustering;

namespace Modelwright.Segments;

/// <summary>Measures one set: the default and every method alone with the number of segments given, and the default without.</summary>
internal static class SetRun
{
    /// <summary>Runs.</summary>
    public static SetResult Of(LabelledPoints set, int seed)
    {
        var methods = CatalogMethods.Of(set.Points);
        var context = new FitContext { Seed = seed, Threads = 2 };
        var labellings = Enumerable.Range(0, set.Labellings.Count).Where(labelling => set.ClustersOf(labelling) > 1).ToArray();
        int[] all = [.. Enumerable.Range(0, set.Points.Rows)];
        var labels = new Dictionary<(int Method, int Clusters), int[]>();
        int[] Labels(int method, int clusters) => labels.TryGetValue((method, clusters), out var known)
            ? known
            : labels[(method, clusters)] = methods[method].Fit(new(all, all, methods[method].FindsNumber ? [] : [clusters], seed, CancellationToken.None))[0];

        var watch = Stopwatch.StartNew();
        var given = labellings.ToDictionary(labelling => labelling, labelling => SegmentChooser.Choose(new(set.Points, methods, context) { Clusters = set.ClustersOf(labelling) }));
        var free = SegmentChooser.Choose(new(set.Points, methods, context));
        var seconds = watch.Elapsed.TotalSeconds;
        var chosen = Mean(labellings, labelling => given[labelling].Method is { } method ? SegmentAgreement.AdjustedRand(Labels(method, set.ClustersOf(labelling)), set.Labellings[labelling]) : 0);
        var singles = new SortedDictionary<string, double>(StringComparer.Ordinal);
        for (var method = 0; method < methods.Count; method++)
        {
            singles[methods[method].Title] = Mean(labellings, labelling => SegmentAgreement.AdjustedRand(Labels(method, set.ClustersOf(labelling)), set.Labellings[labelling]));
        }

        var found = free.Method is { } by ? Mean(labellings, labelling => SegmentAgreement.AdjustedRand(Labels(by, free.Clusters), set.Labellings[labelling])) : 0;
        return new(set.Name, set.Points.Rows, [.. Enumerable.Range(0, set.Labellings.Count).Select(set.ClustersOf)], chosen, [.. given.Values.Select(choice => choice.Chosen?.Title ?? "none")], singles, free.Clusters, free.Chosen?.Title ?? "none", found, free.Reason, seconds);
    }

    /// <summary>Not a number where no labelling has two segments, so that there is nothing to agree with.</summary>
    private static double Mean(int[] labellings, Func<int, double> index) => labellings.Length == 0 ? double.NaN : labellings.Average(index);
}
