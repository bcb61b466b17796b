using System.CommandLine;
using Modelwright.Cli.Help;
using Modelwright.Cli.Hosting;
using Modelwright.Cli.Options;
using Modelwright.Cli.Output;
using Modelwright.Cli.Output.Live;
using Modelwright.Cli.Output.Testing;
using Modelwright.Core.Errors;
using Modelwright.Reports.Pages;
using Modelwright.Reports.Testing;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Packaging.Attestations;
using Modelwright.Sources;
using Modelwright.Stress;
using Modelwright.Stress.Gates;

namespace Modelwright.Cli.Verbs;

/// <summary>'test': how a package fails under strain, and whether it may go out.</summary>
internal static class TestVerb
{
    private const string Usage = "test PACKAGE --data FILE [options]";
    private const double UsualSeconds = 120;

    /// <summary>Makes the verb.</summary>
    public static Command Create(Host host)
    {
        var package = Entry.Argument("PACKAGE", "A model.mw that 'train' wrote.");
        var data = Entry.Text("--data", "FILE", "Labelled rows, as 'evaluate' takes them; best such that the model was not trained on.");
        var gate = Entry.Text("--gate", "FILE", "The bounds that the model must keep; without it the usual ones.");
        var write = Entry.Text("--write-gate", "FILE", "Writes the bounds that were asked, to be changed and given to --gate.");
        var budget = Entry.Text("--budget", "TIME", "Time after which what is left is not run, such as 90s or 5m; 120s without it, and no end with --deep.");
        var record = Entry.Flag("--record", "Keeps the verdict and all figures in the package, outside its model id, and a chapter in the report and the card beside it.");
        var page = Entry.Text("--report", "FILE", "Writes what was found as one HTML page.");
        var key = Entry.Text("--key", "FILE", "Signs them with this private key, as PEM, and keeps them.");
        var deep = Entry.Flag("--deep", "Looks at every column and every row, however long that takes.");
        var seed = Entry.Text("--seed", "NUMBER", "The only origin of chance; 0 without it.");
        var reading = new Reading();
        var json = Entry.Json();
        var verb = new Verb("test", "Puts a package under strain, says how it fails, and whether it may go out.")
        {
            Usage = Usage,
            Examples =
            [
                new("modelwright test runs/churn/model.mw --data labelled.csv", "what goes wrong in data, rows of another shape, shifts, and the gate"),
                new("modelwright test runs/churn/model.mw --data labelled.csv --report test.html", "one page with the curves and the verdict"),
                new("modelwright test runs/churn/model.mw --data labelled.csv --write-gate gate.json", "writes the usual bounds, to be made one's own"),
                new("modelwright test runs/churn/model.mw --data labelled.csv --key team.pem", "keeps the signed verdict in the package; 'verify --needs-gate' asks for it"),
                new("modelwright test runs/churn/model.mw --data labelled.csv --gate gate.json --json", "a document for a program; exit code 1 where a bound is not kept"),
            ],
            Closing = "Exit code 1: the model does not pass the gate.",
        };
        verb.Arguments.Add(package);
        foreach (var option in (Option[])[data, gate, write, page, record, key, budget, deep, seed])
        {
            verb.Options.Add(option);
        }

        reading.AddTo(verb);
        verb.Options.Add(json);
        verb.SetAction(async (call, _) =>
        {
            var reader = new CallReader();
            var read = reading.Read(call, reader);
            var isDeep = call.GetValue(deep);
            var told = new StressOptions
            {
                IsDeep = isDeep,
                Seconds = reader.Read(call.GetValue(budget), text => Durations.Parse(text, "--budget"))?.TotalSeconds ?? (isDeep ? double.PositiveInfinity : UsualSeconds),
                Seed = reader.Read(call.GetValue(seed), text => Whole.Parse(text, "--seed", 0)) ?? 0,
                Gate = call.GetValue(gate) is { } path ? reader.Read(() => GateFile.Read(path)) : null,
                Threads = read.Threads,
                Time = host.Time,
            };
            using var signing = call.GetValue(key) is { } keyPath ? reader.Read(() => KeyFile.Signing(keyPath)) : null;
            reader.Check();
            var file = call.GetValue(data) ?? throw new OptionsException($"--data is missing: modelwright {Usage}");
            var keeping = new Keeping(call.GetValue(record) || signing is not null, signing);
            return await TestAsync((call.GetRequiredValue(package), file, call.GetValue(write), call.GetValue(page)), told, (read, keeping), host, call.GetValue(json) || !host.OutputIsTerminal).ConfigureAwait(false);
        });
        return verb;
    }

    private static async Task<int> TestAsync((string Package, string Data, string? WriteGate, string? Page) files, StressOptions told, (ReadOptions Read, Keeping Keeping) how, Host host, bool isForMachine)
    {
        using var interrupt = new Interrupt();
        var console = Screen.Open(host, isForMachine);
        var package = Package.Load(files.Package);
        using var input = await InputFile.OpenAsync(files.Data, host, interrupt.Token).ConfigureAwait(false);
        var source = await input.ReadAsync(ModelReading.For(package, how.Read), interrupt.Token).ConfigureAwait(false);
        if (files.WriteGate is { } path)
        {
            GateFile.Write(path, told.Gate ?? Gate.For(package.Model.Task));
        }

        var report = await LiveBoard.WatchAsync(console, progress => Task.Run(() => StressTest.Of(package, source.Table, told with { Progress = new StressVoice(progress) }, interrupt.Token), interrupt.Token)).ConfigureAwait(false);
        if (files.Page is { } page)
        {
            ReportPage.Save(TestedReport.Of(report, files.Package), page);
        }

        how.Keeping.Keep(files.Package, package, report, source.Report.Fingerprint, host.Time.GetUtcNow());
        if (isForMachine)
        {
            JsonAnswer.Write(host.Output, writer => StressDocument.Write(writer, report, source.Report));
        }
        else
        {
            StressPage.Write(console, report, source.Report, files.Package);
        }

        return report.Passed ? ExitCode.Done : ExitCode.AnswerIsNo;
    }

    /// <summary>Whether the package keeps the verdict, and who signs it.</summary>
    private sealed record Keeping(bool IsAsked, SigningKey? Key)
    {
        public void Keep(string path, Package package, StressReport report, string data, DateTimeOffset now)
        {
            if (IsAsked)
            {
                var statement = TestStatement.Of(report, package, data, now);
                (package with { Attestations = [.. package.Attestations, Key?.Sign(statement) ?? statement] }).Save(path);
                TestedReport.Update(Path.GetDirectoryName(Path.GetFullPath(path))!, package, report);
            }
        }
    }

    /// <summary>Tells the live board how far a test is.</summary>
    private sealed class StressVoice(IProgress<TrainingProgress> board) : IProgress<(double Share, string Doing)>
    {
        public void Report((double Share, string Doing) value) => board.Report(new("stress", value.Share, value.Doing));
    }
}
