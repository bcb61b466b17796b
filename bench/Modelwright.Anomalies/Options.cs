using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Anomalies;

/// <summary>The options of a call.</summary>
internal sealed class Options
{
    private static readonly string[] Known = ["data", "sets", "seeds", "threads", "most-rows", "exact", "wordy", "page", "labels"];
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>The folder of data.</summary>
    public string Data => _values.GetValueOrDefault("data") ?? throw new OptionsException("Option '--data' is needed. Give the folder of index.json after it.");

    /// <summary>Sets to take; empty means all.</summary>
    public string[] Sets => List("sets");

    /// <summary>Whether learners that hold rows are measured as well.</summary>
    public bool IsExact => _values.GetValueOrDefault("exact") == "yes";

    /// <summary>Whether the weights of the blend are shown.</summary>
    public bool IsWordy => _values.GetValueOrDefault("wordy") == "yes";

    /// <summary>The page to write; null for none.</summary>
    public string? Page => _values.GetValueOrDefault("page");

    /// <summary>Fits of a learner that uses chance.</summary>
    public int Seeds => Whole("seeds", 10);

    /// <summary>Threads of a fit.</summary>
    public int Threads => Whole("threads", 1);

    /// <summary>Whether a few labels are given.</summary>
    public bool WithLabels => _values.GetValueOrDefault("labels") == "yes";

    /// <summary>Larger sets are left out.</summary>
    public int MostRows => Whole("most-rows", int.MaxValue);

    /// <summary>Reads "--name value".</summary>
    /// <param name="texts">The call.</param>
    public static Options Parse(ReadOnlySpan<string> texts)
    {
        var options = new Options();
        for (var place = 0; place < texts.Length; place += 2)
        {
            var name = texts[place].StartsWith("--", StringComparison.Ordinal) ? texts[place][2..] : "";
            if (!Known.Contains(name) || place + 1 == texts.Length)
            {
                throw new OptionsException($"Option '{texts[place]}' is not known or has no value.{NearestName.Suggest(name, Known)} There are: {string.Join(", ", Known.Select(known => "--" + known))}.");
            }

            options._values[name] = texts[place + 1];
        }

        return options;
    }

    private int Whole(string name, int fallback) =>
        _values.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : fallback;

    private string[] List(string name) =>
        _values.GetValueOrDefault(name, "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
