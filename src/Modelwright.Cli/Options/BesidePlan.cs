using System.CommandLine;
using System.CommandLine.Parsing;
using Modelwright.Core.Errors;
using Modelwright.Recording;

namespace Modelwright.Cli.Options;

/// <summary>What may stand beside --plan: nothing that the plan says, or it would be left out in silence.</summary>
internal static class BesidePlan
{
    private static readonly HashSet<string> SaidByPlan = new(StringComparer.Ordinal)
    {
        "--task", "--types", "--roles", "--ignore", "--weight", "--group", "--time", "--metric", "--positive", "--class-weights", "--seed", "--folds", "--learners", "--steps", "--features", "--store-rows", "--segments", "--contamination", "--truth", "--interpretable", "--distill", "--max-latency", "--max-size", "--validation", "--repeats", "--gap", "--embargo", "--calibration", "--threshold-for", "--cost", "--coverage",
    };

    private static readonly HashSet<string> OfASearch = new(StringComparer.Ordinal) { "--budget", "--trials", "--leaks", "--learning-curve" };

    /// <summary>Checks a call.</summary>
    /// <returns>The names of all options that were given.</returns>
    /// <exception cref="OptionsException">Options contradict the plan or have no use beside it; the text lists all.</exception>
    public static IReadOnlyList<string> Check(ParseResult call, TrainingPlan plan)
    {
        var options = call.CommandResult.Children.OfType<OptionResult>().Where(result => !result.Implicit).ToArray();
        string[] given = [.. options.Select(result => result.Option.Name)];
        string[] faults =
        [
            .. Fault(given.Where(SaidByPlan.Contains), "is said by the plan already. Leave it out, or change it in the plan."),
            .. Fault(given.Where(name => plan.Decision is not null && OfASearch.Contains(name)), "has no use: the plan is finished and is repeated as it is. Leave it out, or take 'decision' out of the plan to search anew."),
            .. options.Where(result => result.Option.Name == "--target" && result.Tokens is [var target] && target.Value != (plan.Target ?? plan.Labels))
                .Select(result => $"--target is '{result.Tokens[0].Value}', but the plan's target is '{plan.Target ?? plan.Labels}'. Leave the option out, or bring the plan of that target."),
        ];
        return faults.Length == 0 ? given : throw new OptionsException(string.Join('\n', faults));
    }

    private static IEnumerable<string> Fault(IEnumerable<string> names, string text) => names.Select(name => $"{name} {text}");
}
