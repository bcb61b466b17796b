using System.CommandLine;
using Modelwright.Cli.Help;
using Modelwright.Cli.Hosting;
using Modelwright.Cli.Options;
using Modelwright.Cli.Output;
using Modelwright.Cli.Output.Watching;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Monitoring;
using Modelwright.Reports.Pages;
using Modelwright.Runtime.Packaging;
using Modelwright.Sources;

namespace Modelwright.Cli.Verbs.Watching;

/// <summary>'monitor': whether a model is still right on rows that came later.</summary>
internal static class MonitorVerb
{
    /// <summary>How a call looks.</summary>
    public const string Usage = "monitor PACKAGE --current FILE [options]";

    /// <summary>Makes the verb.</summary>
    public static Command Create(Host host)
    {
        var package = Entry.Argument("PACKAGE", "A model.mw that 'train' wrote.");
        var entries = new MonitorEntries();
        var reading = new Reading();
        var json = Entry.Json();
        var verb = new Verb("monitor", "Holds rows in use against honest ones: faults in data, drift, and what the model is worth, with or without labels.")
        {
            Usage = Usage,
            Examples =
            [
                new("modelwright monitor churn.mw --reference reference.csv --current last-week.csv", "faults, drift and estimated performance; realised too where labels are there"),
                new("modelwright monitor churn.mw --reference ref.csv --write-reference churn.json --current week.csv", "keeps what was learned, figures and no row, for the next calls"),
                new("modelwright monitor churn.mw --reference churn.json --current year.csv --window 7d --report year.html", "window after window, as one page"),
                new("modelwright monitor churn.mw --reference churn.json --current week.csv --webhook https://example.com/hook", "and posts each window with an alarm to an address"),
            ],
            Closing = "Exit code 1: an alarm: broken data, or a model that is worse by as much as matters. Drift alone is a note.",
        };
        verb.Arguments.Add(package);
        entries.AddTo(verb);
        reading.AddTo(verb);
        verb.Options.Add(json);
        verb.SetAction((call, _) =>
        {
            var reader = new CallReader();
            var read = reading.Read(call, reader);
            var request = entries.Read(call, reader, host.Time);
            reader.Check();
            return MonitorAsync(call.GetRequiredValue(package), request with { Told = request.Told with { Threads = read.Threads } }, read, host, call.GetValue(json) || !host.OutputIsTerminal);
        });
        return verb;
    }

    private static async Task<int> MonitorAsync(string path, MonitorRequest request, ReadOptions read, Host host, bool isForMachine)
    {
        using var interrupt = new Interrupt();
        var package = Package.Load(path);
        var reference = await ReferenceAsync(package, request, read, host, interrupt.Token).ConfigureAwait(false);
        if (request.WriteReference is { } kept)
        {
            reference.Save(kept);
        }

        using var input = await InputFile.OpenAsync(request.Current!, host, interrupt.Token).ConfigureAwait(false);
        var source = await input.ReadAsync(ModelReading.For(package, read), interrupt.Token).ConfigureAwait(false);
        var history = new ModelMonitor(package, reference, request.Told).JudgeAll(Windows(package, source.Table, request), interrupt.Token);
        if (request.Page is { } page)
        {
            ReportPage.Save(history.ToReport(path), page);
        }

        if (isForMachine)
        {
            JsonAnswer.Write(host.Output, writer => MonitorDocument.Write(writer, history, reference, source.Report));
        }
        else
        {
            MonitorPage.Write(Screen.Open(host, isForMachine: false), history, reference, source.Report, path);
        }

        foreach (var window in request.Webhook is null ? [] : history.Windows.Where(window => window.HasAlarm))
        {
            await request.Webhook!.SendAsync(window, interrupt.Token).ConfigureAwait(false);
        }

        return history.HasAlarm ? ExitCode.AnswerIsNo : ExitCode.Done;
    }

    private static async Task<MonitorReference> ReferenceAsync(Package package, MonitorRequest request, ReadOptions read, Host host, CancellationToken cancellation)
    {
        if (request.Reference is not { } file)
        {
            return MonitorReference.FromPackage(package);
        }

        if (MonitorReference.IsReference(file))
        {
            return MonitorReference.Load(file);
        }

        using var input = await InputFile.OpenAsync(file, host, cancellation).ConfigureAwait(false);
        var source = await input.ReadAsync(ModelReading.For(package, read), cancellation).ConfigureAwait(false);
        return MonitorReference.Learn(package, source.Table, request.Told, cancellation);
    }

    private static IEnumerable<WindowCut> Windows(Package package, Table rows, MonitorRequest request)
    {
        if (request.NeedsLabels && (package.Model.Schema.Target is not { } target || !rows.TryGet(target.Name, out _)))
        {
            throw new DataException(package.Model.Schema.Target is { } asked ? $"--labels: the rows have no column '{asked.Name}', which the model predicts.{NearestName.Suggest(asked.Name, rows.Names)} Bring it, or leave --labels out to estimate." : "--labels has no use for this package: it predicts no column. Leave it out.");
        }

        return request switch
        {
            { Rows: { } size } => WindowCut.ByRows(rows, size),
            { Window: { } length } => WindowCut.ByTime(rows, request.Time ?? package.Model.Schema.WithRole(ColumnRole.Time).FirstOrDefault()?.Name ?? throw new OptionsException("--window needs a column that says when a row came, and the model knows none. Name it with --time COLUMN."), length),
            _ => [new("all rows", rows)],
        };
    }
}
