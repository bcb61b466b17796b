using System.Diagnostics;

namespace Modelwright.Quality.Scoring;

/// <summary>Times several ways to do the same, one after the other in each round, so that what disturbs one disturbs all.</summary>
internal static class Interleaved
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    /// <summary>Seconds of each way.</summary>
    /// <param name="rounds">Rounds that count.</param>
    /// <param name="ways">The ways.</param>
    /// <returns>For each way the median of its rounds.</returns>
    internal static double[] Seconds(int rounds, params Action[] ways)
    {
        foreach (var way in ways)
        {
            for (var warming = Stopwatch.StartNew(); warming.Elapsed < WarmUp;)
            {
                way();
            }
        }

        var times = Array.ConvertAll(ways, _ => new double[rounds]);
        for (var round = 0; round < rounds; round++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                var start = Stopwatch.GetTimestamp();
                ways[way]();
                times[way][round] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            }
        }

        return Array.ConvertAll(times, way => way.Order().ElementAt(rounds / 2));
    }
}
