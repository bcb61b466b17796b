using System.CommandLine;
using Modelwright.Cli.Help;
using Modelwright.Cli.Hosting;
using Modelwright.Cli.Options;
using Modelwright.Cli.Output;
using Modelwright.Cli.Output.Runs;
using Modelwright.Core.Errors;
using Modelwright.Recording.Runs;

namespace Modelwright.Cli.Verbs;

/// <summary>'runs': what was recorded of training runs.</summary>
internal static class RunsVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create(Host host)
    {
        var id = new Argument<string?>("ID") { HelpName = "[ID]", Arity = ArgumentArity.ZeroOrOne, Description = "One run, to be shown with all of its trials; as much of the id as no other has. Default: a list." };
        var target = Entry.Text("--target", "COLUMN", "Lists only runs with this target.");
        var since = Entry.Text("--since", "WHEN", "Lists only runs that began then or later: a day such as 2026-03-01, or how long ago, such as 7d.");
        var limit = Entry.Text("--limit", "N", "The most runs to list. Default: 20.");
        var compare = new Option<string[]>("--compare") { HelpName = "ID ID", Arity = new(2, 2), AllowMultipleArgumentsPerToken = true, Description = "Two runs side by side: what they were told and read, and their figures." };
        var delete = Entry.Text("--delete", "ID", "Takes the record of a run away, and its journal if it is unfinished. Packages stay.");
        var store = new StoreChoice(host, mayBeOff: false);
        var json = Entry.Json();
        var verb = new Verb("runs", "Lists recorded training runs, shows one, compares two, or takes one out of the record.")
        {
            Usage = "runs [ID] [options]",
            Examples =
            [
                new("modelwright runs", "the newest runs with their figures"),
                new("modelwright runs 20260314-091500-7f3a", "one run: its trials, figures, decisions, and where the package is"),
                new("modelwright runs --target churned --since 7d", "what was tried for one target in the last week"),
                new("modelwright runs --compare 20260314-091500-7f3a 20260315-101200-02c4", "what differs between two runs, figure by figure"),
            ],
            Closing = "docs/recording.md has the tables, for those who ask the store by SQL.",
        };
        verb.Arguments.Add(id);
        foreach (var option in new Option[] { target, since, limit, compare, delete })
        {
            verb.Options.Add(option);
        }

        store.AddTo(verb);
        verb.Options.Add(json);
        verb.SetAction(call =>
        {
            var reader = new CallReader();
            var filter = new RunFilter
            {
                Target = call.GetValue(target),
                Since = reader.Read(call.GetValue(since), text => Moments.Parse(text, "--since", host.Time)),
                Limit = reader.Read(call.GetValue(limit), text => Whole.Parse(text, "--limit", minimum: 1, RunFilter.Most)) ?? new RunFilter().Limit,
            };
            var asked = new RunsRequest(call.GetValue(id), call.GetValue(compare) ?? [], call.GetValue(delete), filter, filter.Target is not null || filter.Since is not null || call.GetValue(limit) is not null);
            reader.Read<string?>(() => asked.Check());
            var chosen = store.Read(call, reader);
            reader.Check();
            Answer(asked, chosen ?? throw new OptionsException("No store is named. Name one with --store."), host, call.GetValue(json) || !host.OutputIsTerminal);
            return ExitCode.Done;
        });
        return verb;
    }

    private static void Answer(RunsRequest asked, RunStore store, Host host, bool isForMachine)
    {
        if (asked.Delete is { } unwanted)
        {
            var gone = store.Delete(unwanted);
            Write(host, isForMachine, console => RunsPage.WriteDeleted(console, gone), writer => RunsDocument.WriteDeleted(writer, gone));
        }
        else if (asked.Compare is [var first, var second])
        {
            var comparison = RunComparison.Of(store.Get(first), store.Get(second));
            Write(host, isForMachine, console => ComparedRunsPage.Write(console, comparison), writer => ComparedRunsDocument.Write(writer, comparison));
        }
        else if (asked.Id is { } id)
        {
            var run = store.Get(id);
            Write(host, isForMachine, console => RunPage.Write(console, run), writer => RunsDocument.WriteRun(writer, run));
        }
        else
        {
            var runs = store.List(asked.Filter);
            Write(host, isForMachine, console => RunsPage.Write(console, runs), writer => RunsDocument.Write(writer, store.Path, runs));
        }
    }

    private static void Write(Host host, bool isForMachine, Action<Spectre.Console.IAnsiConsole> page, Action<System.Text.Json.Utf8JsonWriter> document)
    {
        if (isForMachine)
        {
            JsonAnswer.Write(host.Output, document);
        }
        else
        {
            page(Screen.Open(host, isForMachine: false));
        }
    }
}
