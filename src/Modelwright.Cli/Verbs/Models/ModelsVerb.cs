using System.CommandLine;
using System.CommandLine.Parsing;
using Modelwright.Cli.Help;
using Modelwright.Cli.Hosting;
using Modelwright.Cli.Options;
using Modelwright.Cli.Output;
using Modelwright.Core.Errors;
using Modelwright.Registry;

namespace Modelwright.Cli.Verbs.Models;

/// <summary>'models': versions of models, what is champion, and who changed it.</summary>
internal static class ModelsVerb
{
    private static readonly string[] General = ["--store", "--json"];

    /// <summary>Makes the verb.</summary>
    public static Command Create(Host host)
    {
        var action = Optional("ACTION", "list (the default), show, register, promote, alias, rollback, log, get or remove.");
        var what = Optional("WHAT", "register: a package. rollback and log: NAME of a model. Else a version: NAME@3, NAME@champion, or NAME for the champion, else the newest; 'show NAME' shows all versions.");
        var alias = Optional("ALIAS", "alias: the alias to set, such as challenger.");
        var options = new ModelsOptions();
        var store = new StoreChoice(host, mayBeOff: false);
        var json = Entry.Json();
        var verb = new Verb("models", "Registers models as versions, promotes one through its gate, rolls back, and logs every change.")
        {
            Usage = "models [ACTION] [WHAT] [ALIAS] [options]",
            Examples =
            [
                new("modelwright models list", "the registered models with their champions"),
                new("modelwright models register out/model.mw --name churn", "the package becomes the next version of 'churn'; the same file again is the same version"),
                new("modelwright models promote churn@3", "version 3 becomes champion, if the package carries a test that passed its gate ('test --record')"),
                new("modelwright models promote churn@3 --gate gate.json", "the same by bounds for the figures of its evidence"),
                new("modelwright models promote churn@3 --force --reason incident-41", "overrules the gate; the log keeps that and why"),
                new("modelwright models alias churn@4 challenger", "churn@challenger is version 4 from now on"),
                new("modelwright models rollback churn", "the champion before becomes champion again"),
                new("modelwright models get churn@champion -o model.mw", "writes the package, its hash checked"),
            ],
            Closing = "Exit code 1: the gate refused the promotion. docs/registry.md has more.",
        };
        foreach (var argument in (Argument<string?>[])[action, what, alias])
        {
            verb.Arguments.Add(argument);
        }

        options.AddTo(verb);
        store.AddTo(verb);
        verb.Options.Add(json);
        verb.SetAction(call =>
        {
            string[] arguments = [.. new[] { call.GetValue(what), call.GetValue(alias) }.OfType<string>()];
            string[] given = [.. call.CommandResult.Children.OfType<OptionResult>().Where(result => !result.Implicit).Select(result => result.Option.Name).Except(General)];
            var reader = new CallReader();
            var chosen = ModelsActions.Find(call.GetValue(action) ?? "list", arguments, given);
            var place = store.Read(call, reader) ?? throw new OptionsException("No store is named. Name one with --store.");
            var answer = chosen.Do(options.Read(call) with { What = call.GetValue(what) ?? "", Alias = call.GetValue(alias) }, new ModelRegistry(place, host.Time));
            Write(answer, host, call.GetValue(json) || !host.OutputIsTerminal);
            return answer.Code;
        });
        return verb;
    }

    private static Argument<string?> Optional(string name, string description) =>
        new(name) { HelpName = $"[{name}]", Arity = ArgumentArity.ZeroOrOne, Description = description };

    private static void Write(ModelsAnswer answer, Host host, bool isForMachine)
    {
        if (isForMachine)
        {
            JsonAnswer.Write(host.Output, answer.Document);
        }
        else
        {
            answer.Page(Screen.Open(host, isForMachine: false));
        }
    }
}
