using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Peers;

/// <summary>The options of a call: "--name value".</summary>
/// <param name="Data">The folder of data.</param>
/// <param name="Trees">Trees of each model.</param>
/// <param name="Leaves">Most leaves of a tree.</param>
/// <param name="Rows">Test rows that are asked, one by one.</param>
/// <param name="Rounds">Rounds that count.</param>
/// <param name="Page">The page to write; null for none.</param>
internal sealed record Options(string Data, int Trees, int Leaves, int Rows, int Rounds, string? Page)
{
    private static readonly string[] Known = ["data", "trees", "leaves", "rows", "rounds", "docs"];

    /// <summary>Reads the options.</summary>
    /// <exception cref="OptionsException">One is not known, has no value, or is no number.</exception>
    internal static Options Parse(string[] texts)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var place = 0; place < texts.Length; place += 2)
        {
            var name = texts[place].StartsWith("--", StringComparison.Ordinal) ? texts[place][2..] : "";
            if (!Known.Contains(name) || place + 1 == texts.Length)
            {
                throw new OptionsException($"Option '{texts[place]}' is not known or has no value.{NearestName.Suggest(name, Known)} There are: {string.Join(", ", Known.Select(known => $"--{known} VALUE"))}.");
            }

            values[name] = texts[place + 1];
        }

        return new(
            values.GetValueOrDefault("data") ?? throw new OptionsException("Option '--data' is needed. Name the folder of data after it."),
            Number(values, "trees", 200),
            Number(values, "leaves", 31),
            Number(values, "rows", 1000),
            Number(values, "rounds", 25),
            values.GetValueOrDefault("docs"));
    }

    private static int Number(Dictionary<string, string> values, string name, int fallback) => !values.TryGetValue(name, out var text) ? fallback
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw new OptionsException($"Option '--{name}' must be a whole number above 0. Got '{text}'. Give one such as {fallback}.");
}
