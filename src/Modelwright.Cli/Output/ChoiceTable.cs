using Modelwright.Core.Learning;
using Modelwright.Recording;
using Spectre.Console;

namespace Modelwright.Cli.Output;

/// <summary>
/// The shipped model and those that cost less or can be read, as a table: of the Pareto front the best of each learner, the
/// best score first. All trials stand in evidence.json.
/// </summary>
internal static class ChoiceTable
{
    private const int Most = 6;

    /// <summary>Writes the table; nothing where there is no choice.</summary>
    public static void Write(IAnsiConsole console, Evidence evidence)
    {
        var shown = Shown(evidence.Choices);
        if (shown.Length < 2)
        {
            return;
        }

        var places = Numbers.Places(shown[0].Score ?? 0);
        var table = Screen.Table(["choice", $">{evidence.Metric}", ">a row", ">size", "to read"]);
        foreach (var choice in shown)
        {
            Screen.AddRow(
                table,
                [choice.IsShipped ? "Shipped model" : choice.Title, choice.Score is { } score ? Numbers.Fixed(score, places) : "", Latency(choice.LatencyMicroseconds), Options.Sizes.Format(choice.SizeBytes), Reading(choice)]);
        }

        console.Write(table);
        Screen.Line(console, "Other models cost less or can be read: ask with --max-latency, --max-size, --interpretable. 'a row' is the median of single answers here.");
    }

    private static EvidenceChoice[] Shown(IReadOnlyList<EvidenceChoice> choices)
    {
        var titles = new HashSet<string>(StringComparer.Ordinal);
        var shipped = choices.Where(choice => choice.IsShipped);
        var others = choices.Where(choice => choice is { IsShipped: false, OnFront: true } && choice.Trial != 0 && titles.Add(choice.Title));
        return [.. shipped.Concat(others).Take(Most)];
    }

    private static string Latency(double microseconds) => microseconds >= 1000
        ? FormattableString.Invariant($"{microseconds / 1000:0.#} ms")
        : FormattableString.Invariant($"{microseconds:0} us");

    private static string Reading(EvidenceChoice choice) => choice.Readability == Readability.None || choice.Parts is null
        ? ""
        : $"{Numbers.Count(choice.Parts.Count)} {choice.Parts.Unit}";
}
