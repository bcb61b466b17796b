using System.CommandLine;
using Modelwright.Cli.Help;
using Modelwright.Cli.Hosting;
using Modelwright.Cli.Options;
using Modelwright.Cli.Output;
using Modelwright.Cli.Output.Comparing;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Packaging;
using Modelwright.Sources;

namespace Modelwright.Cli.Verbs;

/// <summary>'compare': which of two packages is better on the same labelled rows, and how sure that is.</summary>
internal static class CompareVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create(Host host)
    {
        var first = Entry.Argument("FIRST", "The package to compare with: a model.mw that 'train' wrote, or the id of a recorded run.");
        var second = Entry.Argument("SECOND", "The package that is judged, named in the same way.");
        var data = Entry.Text("--data", "FILE", "Rows with the target, that neither package was trained on; whatever can be read.");
        var fails = Entry.Flag("--fail-if-worse", "Ends with exit code 1 where the second package is worse beyond doubt.");
        var reading = new Reading();
        var store = new StoreChoice(host, mayBeOff: false);
        var json = Entry.Json();
        var verb = new Verb("compare", "Says which of two packages is better on labelled rows, and how sure that is.")
        {
            Usage = "compare FIRST SECOND --data FILE [options]",
            Examples =
            [
                new("modelwright compare runs/old/model.mw runs/new/model.mw --data labelled.csv", "every metric of both, with the interval of the difference, and a verdict"),
                new("modelwright compare 20260314-091500-7f3a 20260315-101200-02c4 --data labelled.csv", "the same for the packages of two recorded runs"),
                new("modelwright compare runs/old/model.mw runs/new/model.mw --data labelled.csv --fail-if-worse", "in a pipeline: stops a model that is worse"),
            ],
            Closing = "Rows that a model was trained on favour that model.",
        };
        verb.Arguments.Add(first);
        verb.Arguments.Add(second);
        verb.Options.Add(data);
        verb.Options.Add(fails);
        reading.AddTo(verb);
        store.AddTo(verb);
        verb.Options.Add(json);
        verb.SetAction((call, _) =>
        {
            var reader = new CallReader();
            var read = reading.Read(call, reader);
            var file = reader.Read(() => call.GetValue(data) ?? throw new OptionsException("No rows are named. Name a file of labelled rows with --data."));
            var chosen = store.Read(call, reader);
            reader.Check();
            var (one, other) = (reader.Read(() => PackageName.Load(call.GetRequiredValue(first), chosen)), reader.Read(() => PackageName.Load(call.GetRequiredValue(second), chosen)));
            reader.Check();
            var request = new Request(one!, other!, file!, read, call.GetValue(fails));
            return CompareAsync(request, host, call.GetValue(json) || !host.OutputIsTerminal);
        });
        return verb;
    }

    private static async Task<int> CompareAsync(Request request, Host host, bool isForMachine)
    {
        using var interrupt = new Interrupt();
        var (first, second) = (request.First, request.Second);
        var rows = await ReadAsync(request, first, host, interrupt.Token).ConfigureAwait(false);

        // Each model reads codes and numbers as in its training; what comes in a pipe comes once.
        var secondRows = request.File == InputFile.Standard ? rows : await ReadAsync(request, second, host, interrupt.Token).ConfigureAwait(false);
        var comparison = Comparison.Of(first, second, rows.Table, secondRows.Table, request.Reading.Threads, interrupt.Token);
        if (isForMachine)
        {
            JsonAnswer.Write(host.Output, writer => ComparisonDocument.Write(writer, comparison, rows.Report));
        }
        else
        {
            ComparisonPage.Write(Screen.Open(host, isForMachine: false), comparison, rows.Report);
        }

        return request.FailsIfWorse && comparison.Verdict == "worse" ? ExitCode.AnswerIsNo : ExitCode.Done;
    }

    private static async Task<SourceTable> ReadAsync(Request request, Package package, Host host, CancellationToken cancellation)
    {
        using var input = await InputFile.OpenAsync(request.File, host, cancellation).ConfigureAwait(false);
        return await input.ReadAsync(ModelReading.For(package, request.Reading), cancellation).ConfigureAwait(false);
    }

    private sealed record Request(Package First, Package Second, string File, ReadOptions Reading, bool FailsIfWorse);
}
