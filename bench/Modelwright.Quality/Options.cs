using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Quality;

/// <summary>The options of a call.</summary>
internal sealed class Options
{
    private static readonly string[] Known = ["data", "out", "budget", "repeats", "sets", "seed", "fresh", "cli", "peers", "docs", "intervals-by", "peer-budget", "peer-seconds", "short", "learners", "settings", "most", "rows", "variants", "start", "keep", "timed"];

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>The folder of data.</summary>
    public string Data => Needed("data");

    /// <summary>The folder of results.</summary>
    public string Out => _values.GetValueOrDefault("out", "results");

    /// <summary>The budget of a training run, as the command line takes it.</summary>
    public string Budget => _values.GetValueOrDefault("budget", "60s");

    /// <summary>The seed of a training run.</summary>
    public int Seed => int.Parse(_values.GetValueOrDefault("seed", "0"), CultureInfo.InvariantCulture);

    /// <summary>How intervals of numbers are made, as the command line takes it; null for its default.</summary>
    public string? IntervalsBy => _values.GetValueOrDefault("intervals-by");

    /// <summary>Which repeats of the splits.</summary>
    public int[] Repeats => Array.ConvertAll(List("repeats", "0"), text => int.Parse(text, CultureInfo.InvariantCulture));

    /// <summary>Which sets; empty means all.</summary>
    public string[] Sets => List("sets", "");

    /// <summary>The sets whose scoring is timed, not only checked.</summary>
    public string[] Timed => List("timed", "adult,covertype_20k");

    /// <summary>The learners whose settings are put in order.</summary>
    public string[] Learners => List("learners", "lightgbm");

    /// <summary>Ways to make features; empty means all that a search tries.</summary>
    public string[] Variants => List("variants", "");

    /// <summary>Settings that an order begins with, whatever they bring.</summary>
    public string[] Start => List("start", "");

    /// <summary>The most recommendations of a learner that are tried.</summary>
    public int Most => int.Parse(_values.GetValueOrDefault("most", "40"), CultureInfo.InvariantCulture);

    /// <summary>The most training rows of a set that settings are tried on.</summary>
    public int Rows => int.Parse(_values.GetValueOrDefault("rows", "2000"), CultureInfo.InvariantCulture);

    /// <summary>A file of settings that others learned; null for none.</summary>
    public string? Settings => _values.GetValueOrDefault("settings");

    /// <summary>Whether results that exist are made again.</summary>
    public bool Fresh => _values.ContainsKey("fresh");

    /// <summary>The command line to measure.</summary>
    public string Cli => _values.GetValueOrDefault("cli", Path.Combine(AppContext.BaseDirectory, "Modelwright.Cli.dll"));

    /// <summary>The folder where packages are kept, so that their costs can be measured again; null to keep none.</summary>
    public string? Keep => _values.GetValueOrDefault("keep");

    /// <summary>The folder of recorded figures; null where none is named.</summary>
    public string? Peers => _values.GetValueOrDefault("peers");

    /// <summary>The budget that the others had.</summary>
    public string PeerBudget => _values.GetValueOrDefault("peer-budget", Budget);

    /// <summary>Only sets whose strongest peer trained for longer than so many seconds; 0 takes all.</summary>
    public double PeerSeconds => double.Parse(_values.GetValueOrDefault("peer-seconds", "0"), CultureInfo.InvariantCulture);

    /// <summary>A smaller budget whose results go beside those of the others with their own; null for none.</summary>
    public string? Short => _values.GetValueOrDefault("short");

    /// <summary>The page to write.</summary>
    public string Docs => Needed("docs");

    /// <summary>The page to write, where that is not needed; null for none.</summary>
    public string? Page => _values.GetValueOrDefault("docs");

    /// <summary>The same call for another budget of ours, against the same results of the others.</summary>
    /// <param name="budget">Our budget.</param>
    /// <param name="peerSeconds">Only sets whose strongest peer trained for longer.</param>
    public Options For(string budget, double peerSeconds)
    {
        var other = new Options();
        foreach (var (name, value) in _values)
        {
            other._values[name] = value;
        }

        other._values["peer-budget"] = PeerBudget;
        other._values["budget"] = budget;
        other._values["peer-seconds"] = peerSeconds.ToString(CultureInfo.InvariantCulture);
        return other;
    }

    /// <summary>Reads "--name value" and "--fresh".</summary>
    /// <param name="texts">The call without its command.</param>
    public static Options Parse(ReadOnlySpan<string> texts)
    {
        var options = new Options();
        for (var place = 0; place < texts.Length; place++)
        {
            var name = texts[place].StartsWith("--", StringComparison.Ordinal) ? texts[place][2..] : "";
            if (!Known.Contains(name))
            {
                throw new OptionsException($"Option '{texts[place]}' is not known.{NearestName.Suggest(name, Known)} There are: {string.Join(", ", Known.Select(known => "--" + known))}.");
            }

            if (name != "fresh" && place + 1 == texts.Length)
            {
                throw new OptionsException($"Option '--{name}' has no value. Give one after it.");
            }

            options._values[name] = name == "fresh" ? "" : texts[++place];
        }

        return options;
    }

    private string Needed(string name) =>
        _values.GetValueOrDefault(name) ?? throw new OptionsException($"Option '--{name}' is needed. Name a path after it.");

    private string[] List(string name, string fallback) =>
        _values.GetValueOrDefault(name, fallback).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
