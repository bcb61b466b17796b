using System.CommandLine;
using Modelwright.Cli.Help;
using Modelwright.Cli.Hosting;
using Modelwright.Cli.Options;
using Modelwright.Cli.Output;
using Modelwright.Cli.Output.Live;
using Modelwright.Cli.Output.Retraining;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;
using Modelwright.Stress.Gates;
using Champion = Modelwright.Runtime.Packaging.Package;

namespace Modelwright.Cli.Verbs;

/// <summary>'retrain': trains a model again on newer rows, and says whether the new one takes the place of the old.</summary>
internal static class RetrainVerb
{
    private const string Usage = "retrain PACKAGE --data FILE [options]";
    private const double LeastShare = 0.01;
    private const double MostShare = 0.99;

    /// <summary>Makes the verb.</summary>
    public static Command Create(Host host)
    {
        var package = Entry.Argument("PACKAGE", "The model in service, the champion: a model.mw that 'train' wrote.");
        var data = Entry.Text("--data", "FILE", "Labelled rows, old and new; whatever can be read. The newest judge, the others are trained on.");
        var recent = Entry.Text("--recent", "SHARE", "Share of the rows that judge. Default: 0.2, the newest fifth.");
        var time = Entry.Text("--time", "COLUMN", "The column that says which rows are newest. Default: the time column of the model, else the last rows are.");
        var shuffled = Entry.Flag("--shuffled", "The rows are in no order: those that judge are drawn by the seed.");
        var search = Entry.Flag("--search", "Searches anew within the budget. Without it the recipe of the champion is fitted again.");
        var budget = Entry.Text("--budget", "TIME", "Time of the search, as 60s, 5m or 1h. Default: 60s.");
        var margin = Entry.Text("--margin", "LOSS", "Promotes a challenger that is proven worse by no more than so much of the loss of a row. Default: it must be better.");
        var gate = Entry.Text("--gate", "FILE", "Bounds that the challenger must keep, as 'test' takes them. Default: the usual ones.");
        var noGate = Entry.Flag("--no-gate", "Asks no gate.");
        var seed = Entry.Text("--seed", "NUMBER", "The only origin of chance. Default: 0.");
        var output = Entry.Text("--output", "FILE", "Where the challenger is written. Default: beside the package, with '.challenger' in its name.");
        output.Aliases.Add("-o");
        var reading = new Reading();
        var json = Entry.Json();
        var verb = new Verb("retrain", "Trains a model again on newer rows, and says whether the new one takes its place.")
        {
            Usage = Usage,
            Examples =
            [
                new("modelwright retrain churn.mw --data all.csv --time signed_up -o new.mw", "the same recipe on newer rows; both models judged on the newest fifth"),
                new("modelwright retrain churn.mw --data all.csv --recent 0.1 --search --budget 5m", "a new search, judged by the last tenth"),
            ],
            Closing = "Exit code 0: the challenger is better and passes the gate. 1: the champion stays. The challenger is written either way.",
        };
        verb.Arguments.Add(package);
        foreach (var option in (Option[])[data, recent, time, shuffled, search, budget, margin, gate, noGate, seed, output])
        {
            verb.Options.Add(option);
        }

        reading.AddTo(verb);
        verb.Options.Add(json);
        verb.SetAction((call, _) =>
        {
            var reader = new CallReader();
            var read = reading.Read(call, reader);
            var told = new Told(call.GetRequiredValue(package), reader.Read(() => call.GetValue(data) ?? throw new OptionsException($"--data is missing: modelwright {Usage}"))!, call.GetValue(output), read)
            {
                Recent = call.GetValue(recent) is { } share ? reader.Read(() => Share.Parse(share, "--recent", LeastShare, MostShare)) : 0.2,
                Time = call.GetValue(time),
                IsShuffled = call.GetValue(shuffled),
                Search = call.GetValue(search),
                Budget = call.GetValue(budget) is { } length ? reader.Read<TimeSpan?>(() => Durations.Parse(length, "--budget")) : null,
                Margin = call.GetValue(margin) is { } most ? reader.Read<double?>(() => Share.Parse(most, "--margin", 0, double.MaxValue)) : null,
                Gate = call.GetValue(gate) is { } file ? reader.Read(() => GateFile.Read(file)) : null,
                IsGated = !call.GetValue(noGate),
                Seed = call.GetValue(seed) is { } number ? reader.Read(() => Whole.Parse(number, "--seed", 0, int.MaxValue)) : 0,
            };
            reader.Check();
            return RetrainAsync(told, host, call.GetValue(json) || !host.OutputIsTerminal);
        });
        return verb;
    }

    private static async Task<int> RetrainAsync(Told told, Host host, bool isForMachine)
    {
        using var interrupt = new Interrupt();
        var console = Screen.Open(host, isForMachine);
        var champion = Champion.Load(told.Package);
        using var input = await InputFile.OpenAsync(told.Data, host, interrupt.Token).ConfigureAwait(false);
        var source = await input.WatchAsync(ModelReading.For(champion, told.Reading), console, host.Time, interrupt.Token).ConfigureAwait(false);
        var retrain = told.With(champion, source.Table, host);
        var decision = await LiveBoard.WatchAsync(console, progress => Task.Run(() => retrain.RunAsync(progress, interrupt.Token))).ConfigureAwait(false);
        decision.Challenger.Save(told.OutputPath);
        if (isForMachine)
        {
            JsonAnswer.Write(host.Output, writer => RetrainingAnswer.Write(writer, decision, source.Report, told.OutputPath));
        }
        else
        {
            RetrainingAnswer.Write(console, decision, source.Report, told.OutputPath);
        }

        return decision.Promote ? ExitCode.Done : ExitCode.AnswerIsNo;
    }

    private sealed record Told(string Package, string Data, string? Output, ReadOptions Reading)
    {
        public double Recent { get; init; }

        public string? Time { get; init; }

        public bool IsShuffled { get; init; }

        public bool Search { get; init; }

        public TimeSpan? Budget { get; init; }

        public double? Margin { get; init; }

        public Gate? Gate { get; init; }

        public bool IsGated { get; init; }

        public int Seed { get; init; }

        public string OutputPath => Output ?? Path.ChangeExtension(Package, ".challenger.mw");

        public Retrain With(Champion champion, Table rows, Host host) => new(champion, rows)
        {
            Learners = host.Learners(),
            Recent = Recent,
            Time = Time,
            IsSeeded = IsShuffled,
            Search = Search,
            Budget = Budget,
            Margin = Margin,
            Gate = Gate,
            IsGated = IsGated,
            Seed = Seed,
            Threads = Reading.Threads,
            Clock = host.Time,
        };
    }
}
