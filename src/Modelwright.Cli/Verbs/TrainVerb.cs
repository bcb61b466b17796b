using System.CommandLine;
using Modelwright.Cli.Help;
using Modelwright.Cli.Hosting;
using Modelwright.Cli.Options;
using Modelwright.Cli.Output.Live;
using Modelwright.Cli.Output;
using Modelwright.Core.Data;
using Modelwright.Recording;
using Modelwright.Sources;
using IAnsiConsole = Spectre.Console.IAnsiConsole;

namespace Modelwright.Cli.Verbs;

/// <summary>'train': from a file of rows to a validated model in one package.</summary>
internal static class TrainVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create(Host host)
    {
        var file = Entry.Rows();
        var meaning = new Meaning();
        var search = new TrainOptions();
        var validation = new ValidationOptions();
        var answering = new AnsweringOptions();
        var reading = new Reading();
        var folder = Entry.Text("--out", "FOLDER", "Where model.mw, report.html, card.md, report.json, evidence.json and plan.json go. Default: a new folder under runs/. Files of an earlier run in it are replaced.");
        var record = new RecordChoice(host);
        var json = Entry.Json();
        var verb = new Verb("train", "Trains, validates and packs a model, inside a budget of time.")
        {
            Usage = "train FILE --target COLUMN [options]",
            Examples =
            [
                new("modelwright train customers.csv --target churned", "the best model that 60 seconds can find, its figures and its package"),
                new("modelwright train sales.parquet --target units --budget 10m --time day --out runs/sales", "ten minutes, validated on the future, in a folder of your choice"),
                new("modelwright train loans.csv --target defaulted --ignore id,note --metric pr_auc --positive yes", "with columns left out and another measure"),
                new("modelwright train loans.csv --target defaulted --distill --max-size 50KB", "one small model, taught by the best one; the answer says what of its score is kept"),
                new("modelwright train machines.csv --task anomalies --target fault", "strange rows; 'fault' says of a few rows whether they are, and is empty in all others"),
                new("modelwright train customers.csv --plan runs/churn/plan.json", "the same model again"),
                new("modelwright train sensors.csv --task anomalies --time timestamp --series machine", "strange readings, each judged by the past of its own series"),
                new("modelwright train customers.csv --target churned --budget 8h --resume", "goes on where the same call was killed, or begins"),
            ],
            Closing = "Ctrl-C keeps the best model so far; a second Ctrl-C ends at once.",
        };
        verb.Arguments.Add(file);
        meaning.AddTo(verb);
        search.AddTo(verb);
        validation.AddTo(verb);
        answering.AddTo(verb);
        reading.AddTo(verb);
        record.AddTo(verb);
        verb.Options.Add(folder);
        verb.Options.Add(json);
        verb.SetAction((call, _) =>
        {
            var reader = new CallReader();
            var said = meaning.Read(call, reader);
            var read = reading.Read(call, reader, said.Types);
            var training = answering.Apply(call, reader, validation.Apply(call, reader, search.Apply(call, reader, new Training(new Table([]), said.Target)
            {
                Learners = host.Learners(),
                Task = said.Task,
                Types = said.Types,
                Roles = said.Roles,
                Ignore = said.Ignore,
                Memory = read.MemoryBytes,
                Threads = read.Threads,
            })));
            var rows = call.GetRequiredValue(file);
            var test = search.TestFile(call, rows, reader);
            var recorded = record.Read(call, reader);
            reader.Check();
            var request = new TrainRequest(rows, training, WithPlan(read with { JoinTime = said.Roles.FirstOrDefault(role => role.Value == ColumnRole.Time).Key }, training.Plan), test, call.GetValue(folder)) { Record = recorded };
            return TrainAsync(request, host, call.GetValue(json) || !host.OutputIsTerminal);
        });
        return verb;
    }

    // The plan knows which columns hold codes that must stay as written.
    private static ReadOptions WithPlan(ReadOptions read, TrainingPlan? plan) => plan is null
        ? read
        : ReadOptions.For(new Schema([.. plan.Columns.DistinctBy(column => column.Name)]), read) with
        {
            JoinTime = plan.Columns.FirstOrDefault(column => column.Role == ColumnRole.Time)?.Name,
        };

    private static async Task<int> TrainAsync(TrainRequest request, Host host, bool isForMachine)
    {
        var start = host.Time.GetTimestamp();
        using var interrupt = new Interrupt();
        var console = Screen.Open(host, isForMachine);
        var read = await ReadAsync(request, host, console, interrupt.Token).ConfigureAwait(false);

        // The time that a person takes to answer is not the run's.
        var (told, waited) = request.File == InputFile.Standard ? (read, TimeSpan.Zero) : LeakQuestions.Ask(read, host, console, interrupt.Token);
        var record = request.Record?.For(told.Source, told.Target ?? told.Plan?.Target);
        TrainPage.WriteResume(console, request.Record, record);
        var folder = RunFolders.Make(request.Folder ?? record?.Folder, host.Time);

        var limit = request.Training.Budget ?? (request.Training.Trials is null && request.Training.Plan?.Decision is null ? Training.DefaultBudget : null);
        var training = told with
        {
            // Reading the file is part of the budget too.
            Budget = limit is { } budget ? Longer(budget - host.Time.GetElapsedTime(start) + waited, TimeSpan.FromSeconds(1)) : null,
            Record = record is null ? null : record with { Folder = folder },
        };
        var run = await RunAsync(training, folder, console, interrupt.Token).ConfigureAwait(false);
        TrainPage.Write(console, run, folder, request.File);
        if (isForMachine)
        {
            JsonAnswer.Write(host.Output, writer => TrainDocument.Write(writer, run, folder));
        }

        return ExitCode.Done;
    }

    private static async Task<Training> ReadAsync(TrainRequest request, Host host, IAnsiConsole console, CancellationToken cancellation)
    {
        using var rows = await InputFile.OpenAsync(request.File, host, cancellation).ConfigureAwait(false);
        using var test = request.TestFile is { } path ? await InputFile.OpenAsync(path, host, cancellation).ConfigureAwait(false) : null;
        var source = await Read(rows, request.Reading, test).ConfigureAwait(false);
        var told = request.Training with { Table = source.Table, Source = source.Report };
        if (test is null)
        {
            return told;
        }

        // Its codes and numbers mean what they mean in the rows to learn from, whatever the file itself would tell of them.
        var profile = told.Plan is null ? told.Inspect(cancellation) : null;
        var reading = profile is null ? request.Reading : ReadOptions.For(profile.Schema, request.Reading);
        return told with { Test = (await Read(test, reading, rows).ConfigureAwait(false)).Table, Profile = profile };

        // The options of a call are for both of its files, so each may take what the other has no use for.
        async Task<SourceTable> Read(InputFile file, ReadOptions options, InputFile? other)
        {
            var read = await file.WatchAsync(options with { SharedWith = other is null ? [] : [other.Address] }, console, host.Time, cancellation).ConfigureAwait(false);
            ProfilePage.WriteReading(console, read.Report);
            return read;
        }
    }

    private static async Task<TrainingRun> RunAsync(Training training, string folder, IAnsiConsole console, CancellationToken stop)
    {
        try
        {
            var run = await LiveBoard.WatchAsync(console, progress => training.RunAsync(progress, stop)).ConfigureAwait(false);
            run.Save(folder);
            return run;
        }
        catch
        {
            RunFolders.RemoveEmpty(folder);
            throw;
        }
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
