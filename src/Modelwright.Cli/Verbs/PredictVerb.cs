using System.CommandLine;
using Modelwright.Cli.Help;
using Modelwright.Cli.Hosting;
using Modelwright.Cli.Options;
using Modelwright.Cli.Output;
using Modelwright.Cli.Output.Answering;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Prediction;
using Modelwright.Sources;

namespace Modelwright.Cli.Verbs;

/// <summary>'predict': a package answers the rows of a file.</summary>
internal static class PredictVerb
{
    private const string Standard = "-";
    private const int RowsOnAScreen = 10;

    /// <summary>Makes the verb.</summary>
    public static Command Create(Host host)
    {
        var package = Entry.Argument("PACKAGE", "A model.mw that 'train' wrote.");
        var file = Entry.Rows("Rows to answer. ");
        var output = Entry.Text("--output", "FILE", "Where predictions go: .csv, .tsv, .json, .jsonl, .parquet, .xlsx, .xml, .sqlite or .duckdb; '-' is standard output, as CSV. Without it they are in the document, or the first rows on the screen.");
        output.Aliases.Add("-o");
        var keep = Entry.Flag("--keep", "Writes the input's columns before the predictions.");
        var intervals = Entry.Flag("--intervals", "Writes how sure each answer is: the columns lower and upper for numbers, set for classes.");
        var reading = new Reading();
        var json = Entry.Json();
        var verb = new Verb("predict", "Answers the rows of a file by a package.")
        {
            Usage = "predict PACKAGE FILE -o OUT [options]",
            Examples =
            [
                new("modelwright predict runs/churn/model.mw new.csv -o scored.csv", "a prediction and the class probabilities for each row"),
                new("modelwright predict runs/churn/model.mw new.csv -o scored.csv --keep", "the same beside the columns of new.csv"),
                new("modelwright predict runs/price/model.mw new.csv -o scored.csv --intervals", "with the two ends between which the truth is in nine rows of ten"),
                new("cat new.csv | modelwright predict runs/churn/model.mw - -o - > scored.csv", "in a pipe"),
            ],
        };
        verb.Arguments.Add(package);
        verb.Arguments.Add(file);
        verb.Options.Add(output);
        verb.Options.Add(keep);
        verb.Options.Add(intervals);
        reading.AddTo(verb);
        verb.Options.Add(json);
        verb.SetAction((call, _) =>
        {
            var reader = new CallReader();
            var readOptions = reading.Read(call, reader);
            reader.Read(() => Output(call.GetValue(output), call.GetValue(json)));
            reader.Check();
            var request = new Request(call.GetRequiredValue(package), call.GetRequiredValue(file), call.GetValue(output), call.GetValue(keep), call.GetValue(intervals), readOptions);
            return PredictAsync(request, host, call.GetValue(json) || !host.OutputIsTerminal);
        });
        return verb;
    }

    // Told before anything is read, so that a long computation does not fail at its end.
    private static string? Output(string? path, bool wantsDocument)
    {
        if (path is not null and not Standard)
        {
            TableWriter.CheckPath(path);
        }

        return path == Standard && wantsDocument
            ? throw new OptionsException($"{Hosting.Answer.JsonOption} and --output - both ask for standard output. Leave one of them out, or name a file.")
            : path;
    }

    private static async Task<int> PredictAsync(Request request, Host host, bool isForMachine)
    {
        using var interrupt = new Interrupt();
        using var predictor = Predictor.Load(request.Package);
        if (request.HasIntervals)
        {
            IntervalColumns.Check(predictor);
        }

        var options = ModelReading.For(predictor.Package, request.Reading);
        using var input = await InputFile.OpenAsync(request.File, host, interrupt.Token).ConfigureAwait(false);
        var source = await input.ReadAsync(options, interrupt.Token).ConfigureAwait(false);
        var predictions = predictor.Predict(source.Table, request.Reading.Threads, interrupt.Token);
        await WriteAsync(request, predictions, source.Table, host, interrupt.Token).ConfigureAwait(false);
        Tell(request, predictions, source.Report, host, isForMachine);
        return ExitCode.Done;
    }

    private static async Task WriteAsync(Request request, Predictions predictions, Table input, Host host, CancellationToken cancellation)
    {
        if (request.Output is not { } path)
        {
            return;
        }

        var table = PredictionTable.Of(predictions, request.HasIntervals, request.Keep ? input : null);
        if (path != Standard)
        {
            await TableWriter.WriteAsync(table, path, cancellation).ConfigureAwait(false);
            return;
        }

        await using var stream = host.OpenOutput();
        TableWriter.WriteCsv(table, stream, cancellation);
    }

    private static void Tell(Request request, Predictions predictions, SourceReport source, Host host, bool isForMachine)
    {
        var person = isForMachine || request.Output == Standard ? host.Error : host.Output;
        foreach (var line in CountLines.Of(predictions.Counts))
        {
            person.WriteLine(line);
        }

        foreach (var note in source.Notes.Concat(predictions.Notes))
        {
            person.WriteLine($"Note: {note}");
        }

        if (source.RowsSkipped + source.CellsUnreadable > 0)
        {
            person.WriteLine($"Not read: {Numbers.Count(source.RowsSkipped)} rows, {Numbers.Count(source.CellsUnreadable)} cells.");
        }

        if (request.Output == Standard)
        {
            return;
        }

        if (isForMachine)
        {
            JsonAnswer.Write(host.Output, writer => PredictionDocument.Write(writer, predictions, source, request.HasIntervals, request.Output));
        }
        else if (request.Output is { } path)
        {
            host.Output.WriteLine($"{path}: {Numbers.Count(predictions.RowCount)} predictions.");
        }
        else
        {
            PredictionPage.Write(Screen.Open(host, isForMachine: false), predictions, request.HasIntervals, RowsOnAScreen);
        }
    }

    private sealed record Request(string Package, string File, string? Output, bool Keep, bool HasIntervals, ReadOptions Reading);
}
