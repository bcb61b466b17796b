using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Fuzz;

/// <summary>The options of a call: "--name value".</summary>
internal sealed class Options
{
    private static readonly string[] Known = ["target", "cases", "seed", "first", "failures", "keep", "processes", "results", "corpus", "from", "docs"];

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>The name of one target; null means all.</summary>
    internal string? Target => _values.GetValueOrDefault("target");

    /// <summary>Cases to run.</summary>
    internal long Cases => Number("cases", 1000);

    /// <summary>The origin of chance.</summary>
    internal int Seed => (int)Number("seed", 1);

    /// <summary>The first case.</summary>
    internal long First => Number("first", 0);

    /// <summary>Where failing cases go.</summary>
    internal string Failures => _values.GetValueOrDefault("failures", "failures");

    /// <summary>Where one small case of each shape goes; null keeps none.</summary>
    internal string? Keep => _values.GetValueOrDefault("keep");

    /// <summary>Processes that run ranges of cases side by side; used where <see cref="Results"/> is given.</summary>
    internal int Processes => Math.Max(1, (int)Number("processes", Environment.ProcessorCount));

    /// <summary>Where the summary of each range of cases goes; null runs all cases in this process.</summary>
    internal string? Results => _values.GetValueOrDefault("results");

    /// <summary>Where kept cases are.</summary>
    internal string Corpus => _values.GetValueOrDefault("corpus", "bench/Modelwright.Fuzz/Corpus");

    /// <summary>Summaries of runs, for a report.</summary>
    internal string[] From => _values.GetValueOrDefault("from", "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The page that a report is written into.</summary>
    internal string Docs => _values.GetValueOrDefault("docs", "docs/hostile-data.md");

    /// <summary>Reads the options.</summary>
    /// <exception cref="OptionsException">One is not known or has no value.</exception>
    internal static Options Parse(ReadOnlySpan<string> texts)
    {
        var options = new Options();
        for (var place = 0; place < texts.Length; place += 2)
        {
            var name = texts[place].StartsWith("--", StringComparison.Ordinal) ? texts[place][2..] : "";
            if (!Known.Contains(name) || place + 1 == texts.Length)
            {
                throw new OptionsException($"Option '{texts[place]}' is not known or has no value.{NearestName.Suggest(name, Known)} There are: {string.Join(", ", Known.Select(known => $"--{known} VALUE"))}.");
            }

            options._values[name] = texts[place + 1];
        }

        return options;
    }

    private long Number(string name, long fallback) => !_values.TryGetValue(name, out var text) ? fallback
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new OptionsException($"Option '--{name}' must be a whole number of 0 or more. Got '{text}'. Give one such as {fallback}.");
}
