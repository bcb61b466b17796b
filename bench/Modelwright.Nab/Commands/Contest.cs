using Modelwright.Nab.Detectors;
using Modelwright.Nab.Scoring;

namespace Modelwright.Nab.Commands;

/// <summary>One detector over one corpus in all profiles.</summary>
/// <param name="Name">The detector.</param>
/// <param name="Results">One a profile, in order.</param>
internal sealed record Contestant(string Name, IReadOnlyList<NabResult> Results);

/// <summary>Runs detectors over a corpus, by one scorer.</summary>
internal static class Contest
{
    /// <summary>The detectors that are compared: ours first, then those that NAB lists, in several settings, and ours with a part left out.</summary>
    public static IReadOnlyList<ISeriesDetector> Detectors { get; } =
    [
        new StreamDetector("Modelwright", new()),
        new StreamDetector("Modelwright, every score told in full", new() { Rest = 0 }),
        new WindowedGaussian(),
        new HeldBack(new WindowedGaussian(isLogarithmic: true), new Runtime.Forms.Anomalies.Streaming.StreamSettings().Rest),
        new RandomCutForest(1),
        new RandomCutForest(1, sample: 1024),
        new RandomCutForest(4),
        new RandomCutForest(8),
        new RandomCutForest(24),
        new HeldBack(new RandomCutForest(1, sample: 1024), new Runtime.Forms.Anomalies.Streaming.StreamSettings().Rest),
    ];

    /// <summary>Scores all series by a detector, on all processors.</summary>
    public static Contestant Run(ISeriesDetector detector, IReadOnlyList<NabSeries> corpus)
    {
        double[][] scores = [.. corpus.AsParallel().AsOrdered().Select(detector.Score)];
        return new(detector.Name, [.. NabProfile.All.Select(profile => NabCorpus.Best(corpus, scores, profile))]);
    }
}
