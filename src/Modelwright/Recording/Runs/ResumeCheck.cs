using Modelwright.Core.Errors;

namespace Modelwright.Recording.Runs;

/// <summary>Whether a call goes on with the run it names: all that makes a model must be as it was.</summary>
internal static class ResumeCheck
{
    /// <summary>Compares what was told then with what is told now.</summary>
    /// <exception cref="OptionsException">Something differs; the text lists all of it.</exception>
    public static void Check(RunStart then, RunStart now)
    {
        string[] differences = [.. Facts(then, now), .. OptionDifference.Between(then.Options, now.Options).Select(Words)];
        if (differences.Length > 0)
        {
            throw new OptionsException($"Run '{then.Id}' cannot go on, as this call differs from the one that began it:\n{string.Join('\n', differences)}\nGive the same call again, or leave --resume out to train anew.");
        }
    }

    private static IEnumerable<string> Facts(RunStart then, RunStart now)
    {
        (string Name, string? Then, string? Now)[] facts =
        [
            ("the source", then.Source, now.Source),
            ("the hash of what was read", then.Fingerprint, now.Fingerprint),
            ("the number of rows", FormattableString.Invariant($"{then.Rows}"), FormattableString.Invariant($"{now.Rows}")),
            ("the target", then.Target, now.Target),
            ("the release", then.Release, now.Release),
            ("the system", $"{then.System} {then.Architecture}", $"{now.System} {now.Architecture}"),
        ];
        return facts.Where(fact => fact.Then != fact.Now).Select(fact => $"- {fact.Name} was {Shown(fact.Then)} and is {Shown(fact.Now)}.");
    }

    private static string Words(OptionDifference difference) => (difference.First, difference.Second) switch
    {
        (null, var now) => $"- {difference.Name} was not given and is now {Shown(now)}.",
        (var then, null) => $"- {difference.Name} was {Shown(then)} and is not given now.",
        var (then, now) => $"- {difference.Name} was {Shown(then)} and is {Shown(now)}.",
    };

    private static string Shown(string? text) => text is null ? "none" : $"'{text}'";
}
