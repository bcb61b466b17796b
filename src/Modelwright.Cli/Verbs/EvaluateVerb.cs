using System.CommandLine;
using Modelwright.Cli.Help;
using Modelwright.Cli.Hosting;
using Modelwright.Cli.Options;
using Modelwright.Cli.Output;
using Modelwright.Runtime.Packaging;
using Modelwright.Sources;

namespace Modelwright.Cli.Verbs;

/// <summary>'evaluate': how good a package is on labelled rows.</summary>
internal static class EvaluateVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create(Host host)
    {
        var package = Entry.Argument("PACKAGE", "A model.mw that 'train' wrote.");
        var file = Entry.Rows("Rows with the target, or with a column that says the truth. ");
        var truth = Entry.Text("--truth", "COLUMN", "For a package without a target: a column that says which rows belong together, or which are anomalies; the answers are compared with it.");
        var reading = new Reading();
        var json = Entry.Json();
        var verb = new Verb("evaluate", "Scores a package on labelled rows, each figure with its 95 % interval.")
        {
            Usage = "evaluate PACKAGE FILE [options]",
            Examples =
            [
                new("modelwright evaluate runs/churn/model.mw labelled.csv", "every metric of the task on rows that are not from training"),
                new("modelwright evaluate runs/machines/model.mw checked.csv --truth fault", "segments or anomalies against a column of the truth"),
                new("modelwright evaluate runs/churn/model.mw labelled.csv --json", "a document for a program"),
            ],
            Closing = "Rows that the model was trained on give figures that are too good.",
        };
        verb.Arguments.Add(package);
        verb.Arguments.Add(file);
        verb.Options.Add(truth);
        reading.AddTo(verb);
        verb.Options.Add(json);
        verb.SetAction((call, _) =>
        {
            var reader = new CallReader();
            var read = reading.Read(call, reader);
            reader.Check();
            return EvaluateAsync(call.GetRequiredValue(package), call.GetRequiredValue(file), call.GetValue(truth), read, host, call.GetValue(json) || !host.OutputIsTerminal);
        });
        return verb;
    }

    private static async Task<int> EvaluateAsync(string path, string file, string? truth, ReadOptions read, Host host, bool isForMachine)
    {
        using var interrupt = new Interrupt();
        var package = Package.Load(path);
        using var input = await InputFile.OpenAsync(file, host, interrupt.Token).ConfigureAwait(false);
        var source = await input.ReadAsync(ModelReading.For(package, read), interrupt.Token).ConfigureAwait(false);
        var evaluation = truth is null
            ? Evaluation.Of(package, source.Table, read.Threads, interrupt.Token)
            : Evaluation.Against(package, source.Table, truth, cancellation: interrupt.Token);
        if (isForMachine)
        {
            JsonAnswer.Write(host.Output, writer => EvaluationDocument.Write(writer, evaluation, source.Report));
        }
        else
        {
            EvaluationPage.Write(Screen.Open(host, isForMachine: false), evaluation, source.Report, path);
        }

        return ExitCode.Done;
    }
}
