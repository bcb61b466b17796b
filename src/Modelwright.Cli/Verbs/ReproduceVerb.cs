using System.CommandLine;
using Modelwright.Cli.Help;
using Modelwright.Cli.Hosting;
using Modelwright.Cli.Options;
using Modelwright.Cli.Output;
using Modelwright.Cli.Output.Live;
using Modelwright.Cli.Output.Runs;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Recording.Runs;
using Modelwright.Runtime.Packaging;
using Modelwright.Sources;

namespace Modelwright.Cli.Verbs;

/// <summary>'reproduce': whether the same data gives the same model again.</summary>
internal static class ReproduceVerb
{
    private const string Usage = "reproduce MODEL [FILE] [options]";

    /// <summary>Makes the verb.</summary>
    public static Command Create(Host host)
    {
        var model = Entry.Argument("MODEL", "A model.mw that 'train' wrote, or the id of a recorded run.");
        var file = new Argument<string?>("FILE") { HelpName = "[FILE]", Arity = ArgumentArity.ZeroOrOne, Description = "The rows that the model was made from, whatever 'train' can read. Default for a recorded run: those it read." };
        var testRows = Entry.Text("--test-rows", "FILE", "The JSON list of row numbers that 'train' was given, if it was.");
        var reading = new Reading();
        var store = new StoreChoice(host, mayBeOff: false);
        var json = Entry.Json();
        var verb = new Verb("reproduce", "Repeats the plan of a model on its data, and says whether the same model comes out.")
        {
            Usage = Usage,
            Examples =
            [
                new("modelwright reproduce runs/churn/model.mw customers.csv", "every fit again, with the rounds that the clock had decided"),
                new("modelwright reproduce 20260314-091500-7f3a", "the same for a recorded run, on the file that it read"),
            ],
            Closing = "Exit code 0: the model ids agree. 1: they do not; the reasons are told as far as they can be.",
        };
        verb.Arguments.Add(model);
        verb.Arguments.Add(file);
        verb.Options.Add(testRows);
        reading.AddTo(verb);
        store.AddTo(verb);
        verb.Options.Add(json);
        verb.SetAction((call, _) =>
        {
            var reader = new CallReader();
            var read = reading.Read(call, reader);
            var rows = call.GetValue(testRows) is { } path ? reader.Read(() => TestRowList.Read(path)) ?? [] : [];
            var chosen = store.Read(call, reader);
            reader.Check();
            var (finished, source) = Find(call.GetRequiredValue(model), chosen);
            var data = call.GetValue(file) ?? source ?? throw new OptionsException($"FILE is missing: modelwright {Usage}");
            var told = new Training(new Table([]), null) { Learners = host.Learners(), Memory = read.MemoryBytes, Threads = read.Threads, TestRows = rows };
            return ReproduceAsync(finished, data, told, read, host, call.GetValue(json) || !host.OutputIsTerminal);
        });
        return verb;
    }

    private static (FinishedRun Finished, string? Source) Find(string model, RunStore? store)
    {
        if (store is null || !PackageName.IsRun(model))
        {
            var package = Package.Load(model);
            return (FinishedRun.From(package.PlanJson, package.EvidenceJson, package.ModelId, model), null);
        }

        var run = store.Get(model);
        return (FinishedRun.Of(run), run.Summary.Source);
    }

    private static async Task<int> ReproduceAsync(FinishedRun finished, string data, Training told, ReadOptions read, Host host, bool isForMachine)
    {
        using var interrupt = new Interrupt();
        var console = Screen.Open(host, isForMachine);
        using var input = await InputFile.OpenAsync(data, host, interrupt.Token).ConfigureAwait(false);
        var schema = new Schema([.. finished.Plan.Columns.DistinctBy(column => column.Name)]);
        var options = ModelReading.For(finished.Plan.Joins ?? [], schema, read);
        var source = await input.WatchAsync(options, console, host.Time, interrupt.Token).ConfigureAwait(false);
        ProfilePage.WriteReading(console, source.Report);
        var training = told with { Table = source.Table, Source = source.Report };
        var reproduction = await LiveBoard.WatchAsync(console, progress => Reproduction.OfAsync(finished, training, progress, interrupt.Token)).ConfigureAwait(false);
        if (isForMachine)
        {
            JsonAnswer.Write(host.Output, writer => ReproductionAnswer.Write(writer, reproduction));
        }
        else
        {
            ReproductionAnswer.Write(console, reproduction);
        }

        return reproduction.Agrees ? ExitCode.Done : ExitCode.AnswerIsNo;
    }
}
