using System.CommandLine;
using Modelwright.Cli.Help;
using Modelwright.Cli.Hosting;
using Modelwright.Cli.Options;
using Modelwright.Cli.Output;
using Modelwright.Cli.Output.Explaining;
using Modelwright.Cli.Verbs.Explaining;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Explain;
using Modelwright.Explain.Counterfactuals;
using Modelwright.Recording.Insights;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;
using Modelwright.Sources;

namespace Modelwright.Cli.Verbs;

/// <summary>'explain': why a package answers as it does.</summary>
internal static class ExplainVerb
{
    private const string Standard = "-";

    /// <summary>Makes the verb.</summary>
    public static Command Create(Host host)
    {
        var package = Entry.Argument("PACKAGE", "A model.mw that 'train' wrote.");
        var file = Entry.Rows("Rows to explain; without it: what matters to the model as a whole. ");
        file.Arity = ArgumentArity.ZeroOrOne;
        var options = new ExplainEntries();
        var reading = new Reading();
        var json = Entry.Json();
        var verb = new Verb("explain", "Says why a package answers as it does: which columns matter, and the reasons for each row.")
        {
            Usage = "explain PACKAGE [FILE] [options]",
            Examples =
            [
                new("modelwright explain runs/churn/model.mw", "which columns matter, and how they move the answer"),
                new("modelwright explain runs/churn/model.mw new.csv --row 17", "the reasons for the answer to row 17, in words"),
                new("modelwright explain runs/churn/model.mw new.csv --row 17 --want no --fixed age", "the smallest changes that turn the answer to 'no'"),
                new("modelwright explain runs/churn/model.mw new.csv --prototypes 3", "typical rows of each class"),
                new("modelwright explain runs/churn/model.mw new.csv -o reasons.csv", "what each column adds to the answer of each row"),
            ],
            Closing = "Base and contributions add up to the answer. They say how the model decides, not what causes what.",
        };
        verb.Arguments.Add(package);
        verb.Arguments.Add(file);
        options.AddTo(verb);
        reading.AddTo(verb);
        verb.Options.Add(json);
        verb.SetAction((call, _) =>
        {
            var reader = new CallReader();
            var read = reading.Read(call, reader);
            var isForMachine = call.GetValue(json) || !host.OutputIsTerminal;
            var request = options.Read(call, reader, call.GetRequiredValue(package), call.GetValue(file), read, call.GetValue(json));
            reader.Check();
            return request.File is null ? WholeAsync(request, host, isForMachine) : RowsAsync(request, host, isForMachine);
        });
        return verb;
    }

    private static Task<int> WholeAsync(ExplainRequest request, Host host, bool isForMachine)
    {
        var package = Package.Load(request.Package);
        var evidence = RecordedInsight.Read(package.EvidenceJson, request.Package);
        if (isForMachine)
        {
            JsonAnswer.Write(host.Output, writer => ExplainDocument.Write(writer, package, evidence));
        }
        else
        {
            ExplainPage.Write(Screen.Open(host, isForMachine: false), package, evidence, request.Package);
        }

        return Task.FromResult(ExitCode.Done);
    }

    private static async Task<int> RowsAsync(ExplainRequest request, Host host, bool isForMachine)
    {
        using var interrupt = new Interrupt();
        var package = Package.Load(request.Package);
        using var input = await InputFile.OpenAsync(request.File!, host, interrupt.Token).ConfigureAwait(false);
        var source = await input.ReadAsync(ModelReading.For(package, request.Reading), interrupt.Token).ConfigureAwait(false);
        var explainer = new Explainer(package);
        var rows = request.Row is { } row ? Single(source.Table, row, source.Report.Path) : source.Table;
        var explained = explainer.Explain(rows, new() { Threads = request.Reading.Threads, Seed = request.Seed }, interrupt.Token);
        if (request.Output is { } path)
        {
            await WriteAsync(ContributionTable.Of(explained, request.Row ?? 1), path, host, interrupt.Token).ConfigureAwait(false);
        }

        var answer = new ExplainAnswer(request, package, explained, source.Report)
        {
            Counterfactuals = Counterfactuals(request, package, explained, interrupt.Token),
            Prototypes = request.Prototypes is { } count ? Prototypes.Of(explained, count, request.Seed, interrupt.Token) : null,
        };
        Tell(answer, host, isForMachine);
        return answer.Counterfactuals is { Count: 0 } ? ExitCode.AnswerIsNo : ExitCode.Done;
    }

    private static IReadOnlyList<Counterfactual>? Counterfactuals(ExplainRequest request, Package package, Explanations explained, CancellationToken cancellation) =>
        request.Want is { } want
            ? new CounterfactualSearch(package, Goal.Parse(want, explained.Predictions.Classes), new() { Mutable = request.Mutable, Fixed = request.Fixed }).Find(explained.Rows, 0, cancellation)
            : null;

    private static Table Single(Table table, int row, string path) => row <= table.RowCount
        ? table.Take([row - 1])
        : throw new OptionsException($"--row {row}: {path} has {Numbers.Count(table.RowCount)} rows, counted from 1. Name one of them.");

    private static async Task WriteAsync(Table table, string path, Host host, CancellationToken cancellation)
    {
        if (path != Standard)
        {
            await TableWriter.WriteAsync(table, path, cancellation).ConfigureAwait(false);
            return;
        }

        await using var stream = host.OpenOutput();
        TableWriter.WriteCsv(table, stream, cancellation);
    }

    // The cells of one row are told by its number in the file.
    private static IReadOnlyList<ColumnCounts> Numbered(IReadOnlyList<ColumnCounts> counts, int before) =>
        [.. counts.Select(column => column with { Examples = [.. column.Examples.Select(cell => cell with { Row = cell.Row + before })] })];

    private static void Tell(ExplainAnswer answer, Host host, bool isForMachine)
    {
        var (request, explained) = (answer.Request, answer.Explained);
        var person = isForMachine || request.Output == Standard ? host.Error : host.Output;
        foreach (var line in CountLines.Of(Numbered(explained.Predictions.Counts, (request.Row ?? 1) - 1)))
        {
            person.WriteLine(line);
        }

        if (explained.Estimated is { } why)
        {
            person.WriteLine($"Note: {why}");
        }

        if (request.Output == Standard)
        {
            return;
        }

        if (isForMachine)
        {
            JsonAnswer.Write(host.Output, writer => ExplainDocument.Write(writer, answer));
        }
        else if (request.Output is { } path)
        {
            host.Output.WriteLine($"{path}: {Numbers.Count(explained.Predictions.RowCount)} rows explained.");
        }
        else
        {
            ExplainPage.Write(Screen.Open(host, isForMachine: false), answer);
        }
    }
}
