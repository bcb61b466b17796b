using System.CommandLine;
using Modelwright.Cli.Help;
using Modelwright.Cli.Hosting;
using Modelwright.Cli.Options;
using Modelwright.Cli.Output;
using Modelwright.Cli.Output.Live;
using Modelwright.Cli.Output.Testing;
using Modelwright.Cli.Verbs.Testing;
using Modelwright.Core.Errors;
using Modelwright.Reports.Pages;
using Modelwright.Reports.Testing;
using Modelwright.Runtime.Packaging;
using Modelwright.Sources;

namespace Modelwright.Cli.Verbs;

/// <summary>'test': how a package fails under strain, how easily it is fooled, and whether it may go out.</summary>
internal static class TestVerb
{
    /// <summary>How a call looks.</summary>
    public const string Usage = "test PACKAGE --data FILE [options]";

    /// <summary>Makes the verb.</summary>
    public static Command Create(Host host)
    {
        var package = Entry.Argument("PACKAGE", "A model.mw that 'train' wrote.");
        var entries = new TestEntries();
        var reading = new Reading();
        var store = new StoreChoice(host, mayBeOff: false);
        var json = Entry.Json();
        var verb = new Verb("test", "Puts a package under strain, attacks it, says how it fails, and whether it may go out.")
        {
            Usage = Usage,
            Examples =
            [
                new("modelwright test runs/churn/model.mw --data labelled.csv", "what goes wrong in data, attacks, weak groups, fairness, privacy, and the gate"),
                new("modelwright test runs/churn/model.mw --data labelled.csv --training customers.csv --sensitive sex --report test.html", "all of it, with what needs the training rows, as one page"),
                new("modelwright test runs/churn/model.mw --data labelled.csv --write-gate gate.json --write-threat threat.json", "writes the usual bounds and a draft of what an opponent may change"),
                new("modelwright test runs/churn/model.mw --data labelled.csv --gate gate.json --threat threat.json --json", "a document for a program; exit code 1 where a bound is not kept"),
                new("modelwright test runs/churn/model.mw --data labelled.csv --key team.pem", "keeps the signed verdict in the package; 'verify --needs-gate' asks for it"),
            ],
            Closing = "Exit code 1: the model does not pass the gate.",
        };
        verb.Arguments.Add(package);
        entries.AddTo(verb);
        reading.AddTo(verb);
        store.AddTo(verb);
        verb.Options.Add(json);
        verb.SetAction(async (call, _) =>
        {
            var reader = new CallReader();
            var read = reading.Read(call, reader);
            var runs = store.Read(call, reader);
            using var request = entries.Read(call, reader, host.Time);
            reader.Check();
            return await TestAsync(call.GetRequiredValue(package), request with { Runs = runs, Told = request.Told with { Threads = read.Threads } }, read, host, call.GetValue(json) || !host.OutputIsTerminal).ConfigureAwait(false);
        });
        return verb;
    }

    private static async Task<int> TestAsync(string path, TestRequest request, ReadOptions read, Host host, bool isForMachine)
    {
        using var interrupt = new Interrupt();
        var console = Screen.Open(host, isForMachine);
        var package = Package.Load(path);
        using var input = await InputFile.OpenAsync(request.Data ?? throw new OptionsException($"--data is missing: modelwright {Usage}"), host, interrupt.Token).ConfigureAwait(false);
        var source = await input.ReadAsync(ModelReading.For(package, read), interrupt.Token).ConfigureAwait(false);
        request.WriteDrafts(package, source.Table);
        var told = await new TestGround(package, request, read, host).AddAsync(interrupt.Token).ConfigureAwait(false);
        var report = await LiveBoard.WatchAsync(console, progress => Task.Run(() => StressTest.Of(package, source.Table, told with { Progress = new StressVoice(progress) }, interrupt.Token), interrupt.Token)).ConfigureAwait(false);
        if (request.Page is { } page)
        {
            ReportPage.Save(TestedReport.Of(report, path), page);
        }

        request.Keep(path, package, report, source.Report.Fingerprint, host.Time.GetUtcNow());
        if (isForMachine)
        {
            JsonAnswer.Write(host.Output, writer => StressDocument.Write(writer, report, source.Report));
        }
        else
        {
            StressPage.Write(console, report, source.Report, path);
        }

        return report.Passed ? ExitCode.Done : ExitCode.AnswerIsNo;
    }

    /// <summary>Tells the live board how far a test is.</summary>
    private sealed class StressVoice(IProgress<TrainingProgress> board) : IProgress<(double Share, string Doing)>
    {
        public void Report((double Share, string Doing) value) => board.Report(new("stress", value.Share, value.Doing));
    }
}
