using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Leaks;

/// <summary>The options of a call.</summary>
internal sealed class Options
{
    private static readonly string[] Known = ["data", "out", "sets", "planted", "seed", "docs", "labels"];
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>The folder of data.</summary>
    public string Data => Needed("data");

    /// <summary>The file of results.</summary>
    public string Out => _values.GetValueOrDefault("out", "leaks.json");

    /// <summary>The file of results about labels.</summary>
    public string Labels => _values.GetValueOrDefault("labels", "labels.json");

    /// <summary>Sets to look at as they are; empty means all.</summary>
    public string[] Sets => List("sets");

    /// <summary>Sets to plant leaks in; empty means the usual ones.</summary>
    public string[] Planted => List("planted");

    /// <summary>The seed of what is planted.</summary>
    public int Seed => int.Parse(_values.GetValueOrDefault("seed", "0"), CultureInfo.InvariantCulture);

    /// <summary>The page to write.</summary>
    public string Docs => Needed("docs");

    /// <summary>Reads "--name value".</summary>
    /// <param name="texts">The call without its command.</param>
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

    private string Needed(string name) =>
        _values.GetValueOrDefault(name) ?? throw new OptionsException($"Option '--{name}' is needed. Give a value after it.");

    private string[] List(string name) =>
        _values.GetValueOrDefault(name, "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
