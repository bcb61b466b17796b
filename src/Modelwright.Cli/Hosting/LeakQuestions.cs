using Modelwright.Cli.Output;
using Modelwright.Cli.Output.Found;
using Modelwright.Findings;
using Modelwright.Profile;
using Spectre.Console;

namespace Modelwright.Cli.Hosting;

/// <summary>Asks a person what is to be done with columns that know the target.</summary>
internal static class LeakQuestions
{
    /// <summary>The training with what a person chose; as it was where nobody can answer or there is nothing to choose.</summary>
    /// <param name="training">What was told, with its rows.</param>
    /// <param name="host">Whom to ask.</param>
    /// <param name="console">Where the questions stand.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    /// <returns>The training, and how long the person took to answer.</returns>
    public static (Training Training, TimeSpan Waited) Ask(Training training, Host host, IAnsiConsole console, CancellationToken cancellation)
    {
        if (host.ReadLine is not { } read || training is not { Leaks: LeakChoice.Ask, Plan: null })
        {
            return (training, TimeSpan.Zero);
        }

        var profile = training.Profile ?? training.Inspect(cancellation);
        var asked = training with { Profile = profile };
        var answers = new Dictionary<string, bool>(StringComparer.Ordinal);
        var found = asked.FindLeaks(cancellation);
        var start = host.Time.GetTimestamp();
        foreach (var finding in found.Where(finding => finding is { Severity: FindingSeverity.Severe, Column: not null } && !answers.ContainsKey(finding.Column)))
        {
            FindingLines.Write(console, [finding]);
            answers[finding.Column!] = IsDropped(finding.Column!, read, console, cancellation);
        }

        Finding[] decided = [.. found.Select(finding => finding is { Severity: FindingSeverity.Severe, Column: { } column } ? finding with { Choice = answers[column] ? "drop" : "keep" } : finding)];
        return (asked with { Findings = decided }, host.Time.GetElapsedTime(start));
    }

    private static bool IsDropped(string column, Func<string?> read, IAnsiConsole console, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            Screen.Line(console, $"Leave '{column}' out of training? [Y/n]");
            switch (read()?.Trim().ToLowerInvariant())
            {
                case "" or "y" or "yes":
                    return true;
                case "n" or "no" or null:
                    return false;
                default:
                    Screen.Line(console, "Answer y or n.");
                    break;
            }
        }
    }
}
