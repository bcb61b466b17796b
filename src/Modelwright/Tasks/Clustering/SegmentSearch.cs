namespace Modelwright.Tasks.Clustering;

/// <summary>
/// Which method is tried with which numbers of segments. Methods that make many numbers at once, or each of them quickly, try all;
/// dear ones try small numbers and those near what the others found best. Then each goes on around its own best.
/// </summary>
/// <remarks>What a method costs is told by the learner from the size of the rows, so the clock has no part in it.</remarks>
internal sealed class SegmentSearch(SegmentRequest request, SegmentTrials trials)
{
    /// <summary>A method that is thought to take longer than this for a round of numbers is dear; so long it may take, and as long again around its best.</summary>
    private const double MostSeconds = 3;

    /// <summary>Numbers that are best for some other method, around which dear methods are tried.</summary>
    private const int Peaks = 3;

    private static readonly int[] Small = [2, 3, 4, 5, 6, 8, 10, 12];

    private readonly int[] _methods = [.. Enumerable.Range(0, request.Methods.Count)];

    /// <summary>Tries.</summary>
    public void Run()
    {
        if (request.Clusters is { } wanted)
        {
            RunAll(_methods, [wanted]);
            return;
        }

        RunAll(_methods.Where(method => request.Methods[method].FindsNumber), []);
        int[] open = [.. _methods.Where(method => !request.Methods[method].FindsNumber).OrderByDescending(method => request.Methods[method].MakesManyAtOnce)];
        foreach (var round in ClusterNumbers.Rounds(trials.Graph.Points.Rows))
        {
            RunAll(open.Where(method => !IsDear(method, round)), round);
        }

        int[] dear = [.. open.Where(method => ClusterNumbers.Rounds(trials.Graph.Points.Rows).Any(round => IsDear(method, round)))];
        foreach (var method in open.Except(dear))
        {
            Refine(method, double.PositiveInfinity, ClusterNumbers.Between);
        }

        foreach (var method in dear)
        {
            trials.Run(method, Affordable(method));
            Refine(method, MostSeconds, (tried, best) => ClusterNumbers.Beside(tried, best, ClusterNumbers.Most(trials.Graph.Points.Rows)));
        }
    }

    private void RunAll(IEnumerable<int> methods, int[] numbers)
    {
        foreach (var method in methods)
        {
            trials.Run(method, numbers);
        }
    }

    private bool IsDear(int method, int[] numbers) => !request.Methods[method].MakesManyAtOnce && numbers.Sum(number => SecondsOf(method, number)) > MostSeconds;

    private double SecondsOf(int method, int number) => request.Methods[method].Seconds(trials.Graph.Points.Rows, number);

    /// <summary>Numbers near what was found best, then small ones, as far as their time goes; the first two in any case.</summary>
    private int[] Affordable(int method)
    {
        var most = ClusterNumbers.Most(trials.Graph.Points.Rows);
        var seconds = 0.0;
        return
        [
            .. BestNumbers().SelectMany(best => (int[])[best, best + 1, best - 1]).Concat(Small)
                .Where(number => number >= 2 && number <= most && !trials.Has(method, number)).Distinct()
                .TakeWhile((number, place) => (seconds += SecondsOf(method, number)) <= MostSeconds || place < 2),
        ];
    }

    private IEnumerable<int> BestNumbers() => trials.Done.GroupBy(trial => trial.Clusters).Where(group => group.Max(trial => trial.Promise) > 0).OrderByDescending(group => group.Max(trial => trial.Promise)).Select(group => group.Key).Take(Peaks);

    private void Refine(int method, double seconds, Func<int[], int, int[]> next)
    {
        while (trials.Done.Where(trial => trial.Method == method).MaxBy(trial => trial.Promise) is { Promise: > 0 } best
            && next(trials.Tried(method), best.Asked) is { Length: > 0 } numbers && seconds > 0 && !trials.IsLate)
        {
            seconds -= numbers.Sum(number => SecondsOf(method, number));
            trials.Run(method, numbers);
        }
    }
}
