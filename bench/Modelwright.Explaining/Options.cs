using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Explaining;

/// <summary>The options of a call.</summary>
/// <param name="Data">The folder of data.</param>
/// <param name="Sets">Which tables; empty means all.</param>
/// <param name="Rounds">Rounds of boosting.</param>
/// <param name="Rows">Rows to explain.</param>
/// <param name="Threads">Threads of both.</param>
/// <param name="Repeats">How often both are timed.</param>
/// <param name="Docs">The page to write; null for none.</param>
internal sealed record Options(string Data, string[] Sets, int Rounds, int Rows, int Threads, int Repeats, string? Docs)
{
    private static readonly string[] Known = ["data", "sets", "rounds", "rows", "threads", "repeats", "docs"];

    /// <summary>Reads "--name value" pairs.</summary>
    public static Options Parse(string[] texts)
    {
        string[] names = [.. texts.Where((_, place) => place % 2 == 0).Select(text => text.TrimStart('-'))];
        if (texts.Length % 2 != 0 || names.Except(Known).FirstOrDefault() is not null || !names.Contains("data"))
        {
            throw new OptionsException($"A call is pairs of an option and its value, with --data FOLDER among them. There are: {string.Join(", ", Known.Select(name => "--" + name))}.");
        }

        var values = texts.Chunk(2).ToDictionary(pair => pair[0].TrimStart('-'), pair => pair[1], StringComparer.Ordinal);
        int Number(string name, int usual) => values.TryGetValue(name, out var text)
            ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw new OptionsException($"--{name} must be a whole number of 1 or more. Got '{text}'.")
            : usual;
        return new(
            values["data"],
            values.TryGetValue("sets", out var sets) ? sets.Split(',') : [],
            Number("rounds", 200),
            Number("rows", 10_000),
            Number("threads", 1),
            Number("repeats", 3),
            values.GetValueOrDefault("docs"));
    }
}
