using System.CommandLine;
using Modelwright.Cli.Options;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Findings;
using Modelwright.Profile;
using Modelwright.Recording;

namespace Modelwright.Cli.Verbs;

/// <summary>The options of 'inspect' by which remedies are written into a plan.</summary>
internal sealed class FixOptions
{
    private const string Usual = "plan.json";

    private readonly Option<bool> _fix = Entry.Flag("--fix", "With --target: writes the remedies that a plan can hold (roles, steps) into one for 'train --plan', and lists the others.");
    private readonly Option<string?> _output = Output();

    /// <summary>Adds them to the verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Options.Add(_fix);
        verb.Options.Add(_output);
    }

    /// <summary>Where the plan goes; null where none is asked for.</summary>
    /// <param name="call">The call.</param>
    /// <param name="reader">Notes what is wrong.</param>
    /// <param name="options">What a person says about the data.</param>
    public string? PlanFile(ParseResult call, CallReader reader, ProfileOptions options) => reader.Read(() => (call.GetValue(_fix), call.GetValue(_output)) switch
    {
        (false, null) => null,
        (false, _) => throw new OptionsException("--output names where the plan of --fix goes. Add --fix, or leave it out."),
        (true, _) when options.Target is null && !options.Roles.Values.Contains(ColumnRole.Target) => throw new OptionsException("--fix writes a plan, and a plan says what is to be predicted. Name the column with --target."),
        (true, var path) => path ?? Usual,
    });

    /// <summary>Writes the plan.</summary>
    public static RemedyPlan Write(DataProfile profile, string path)
    {
        var remedies = RemedyPlan.Of(profile);
        File.WriteAllText(path, Documents.Write(remedies.Plan));
        return remedies;
    }

    private static Option<string?> Output()
    {
        var output = Entry.Text("--output", "FILE", $"Where --fix writes the plan. Default: {Usual}.");
        output.Aliases.Add("-o");
        return output;
    }
}
