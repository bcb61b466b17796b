using Modelwright.Nab.Detectors;
using Modelwright.Nab.Simulated;
using Modelwright.Runtime.Forms.Anomalies.Streaming;

namespace Modelwright.Nab.Commands;

/// <summary>What each setting gives on made-up series: the defaults were chosen by it.</summary>
internal static class SettingsCommand
{
    private const int Series = 36;

    private static readonly StreamSettings[] Tried =
    [
        new(),
        .. new[] { 1000, 2000, 8000 }.Select(memory => new StreamSettings { Memory = memory }),
        .. new[] { 4, 8, 16, 24 }.Select(window => new StreamSettings { Window = window }),
        .. new[] { 0, 100, 200, 800 }.Select(rest => new StreamSettings { Rest = rest }),
    ];

    /// <summary>Prints the scores.</summary>
    public static int Run()
    {
        var corpus = SimulatedCorpus.Make(Series, seed: 1);
        Console.WriteLine("memory window rest | standard low_FP low_FN");
        foreach (var settings in Tried)
        {
            var result = Contest.Run(new StreamDetector("", settings), corpus);
            Console.WriteLine($"{settings.Memory,6} {settings.Window,6} {settings.Rest,4} | {string.Join("  ", result.Results.Select(profile => FormattableString.Invariant($"{profile.Score:0.0}")))}");
        }

        return 0;
    }
}
