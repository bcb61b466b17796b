using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Modelwright.Cli.Help;
using Modelwright.Cli.Hosting;
using Modelwright.Cli.Options;
using Modelwright.Cli.Output;
using Modelwright.Cli.Output.Serving;
using Modelwright.Core.Errors;
using Modelwright.Monitoring.Requests;
using Modelwright.Server;
using Modelwright.Server.Requests;
using Modelwright.Server.Security;
using Modelwright.Server.Traffic;

namespace Modelwright.Cli.Verbs.Serving;

/// <summary>'serve': packages behind HTTP.</summary>
internal static class ServeVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create(Host host)
    {
        var (entries, registry, monitoring, retraining) = (new ServeEntries(), new RegistryEntries(host), new MonitoringEntries(), new RetrainingEntries(host));
        var pages = new PageEntries(host);
        var json = Entry.Json();
        var verb = new Verb("serve", "Serves packages by HTTP: plain JSON, the Open Inference Protocol, batches, metrics.")
        {
            Usage = "serve PACKAGE… [options]",
            Examples =
            [
                new("modelwright serve runs/churn/model.mw", "for this machine alone, at http://127.0.0.1:8080"),
                new("modelwright serve churn=runs/churn/model.mw price=runs/price/model.mw --port 9000", "two models, by names of one's own"),
                new("modelwright serve churn.mw --log requests", "and keeps every request with its answer, and the labels that come later"),
                new("modelwright serve --store runs.db churn@champion --challenger-shadow", "what the registry says is champion, and what it promotes later"),
                new("modelwright serve churn.mw --log requests --monitor --monitor-reference honest.csv", "and judges them window by window, with alarms in its log"),
                new("modelwright serve --store runs.db churn@champion --log requests --monitor --retrain", "and trains a challenger when an alarm asks for it"),
                new("modelwright serve --keys keys.json --new-key shop --roles predict,label", "makes a key and writes it once"),
                new("modelwright serve churn.mw --address 0.0.0.0 --keys keys.json", "for other machines, by keys"),
            ],
            Closing = "docs/serving.md has the routes. Ctrl-C ends it once the requests in flight have ended.",
        };
        entries.AddTo(verb);
        registry.AddTo(verb);
        monitoring.AddTo(verb);
        retraining.AddTo(verb);
        pages.AddTo(verb);
        verb.Options.Add(json);
        verb.SetAction((call, _) =>
        {
            var isForMachine = call.GetValue(json) || !host.OutputIsTerminal;
            if (entries.NewKey(call) is { } wanted)
            {
                WriteKey(host, isForMachine, wanted.Name, ApiKeyFile.Add(wanted.File, wanted.Name, wanted.Roles));
                return Task.FromResult(ExitCode.Done);
            }

            var reader = new CallReader();
            var words = entries.Words(call, reader, registry.HasStore(call));
            var options = entries.Read(call, reader, host.Time) with
            {
                Registry = registry.Read(call, reader, words?.Models ?? new Dictionary<string, string>()),
                Monitoring = monitoring.Read(call, reader, words?.Names ?? [], host.Time),
                Retraining = retraining.Read(call, reader, words?.Names ?? []),
            };
            var log = entries.Log(call, reader, host.Time);
            reader.Check();
            return ServeAsync(options with { Packages = words!.Packages, Pages = pages.Read(call, options.Registry?.Store) }, log, host, isForMachine);
        });
        return verb;
    }

    private static async Task<int> ServeAsync(ServerOptions options, (string Folder, RequestLogOptions Options)? log, Host host, bool isForMachine)
    {
        using var kept = log is { } asked ? RequestLog.Open(asked.Folder, asked.Options) : null;
        using var requests = kept is null ? null : new MappedRequestLog(kept);
        return await ServeAsync(requests is null ? options : options with { RequestLog = requests }, host, isForMachine).ConfigureAwait(false);
    }

    private static async Task<int> ServeAsync(ServerOptions options, Host host, bool isForMachine)
    {
        using var interrupt = new Interrupt();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(interrupt.Token, host.Stop);
        var app = ModelServer.Build(options, builder => builder.Logging.AddSimpleConsole(console => (console.SingleLine, console.ColorBehavior) = (true, host.UsesColour ? LoggerColorBehavior.Default : LoggerColorBehavior.Disabled))
            .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
        await using (app.ConfigureAwait(false))
        {
            try
            {
                await app.StartAsync(stop.Token).ConfigureAwait(false);
            }
            catch (IOException cause)
            {
                throw new OptionsException($"Port {options.Port} of {options.Address} cannot be listened on: {cause.Message} Choose another by --port.", cause);
            }

            var models = app.Services.GetRequiredService<ServedModels>();
            if (isForMachine)
            {
                JsonAnswer.Write(host.Output, writer => ServingDocument.Write(writer, app.Urls.First(), models));
            }
            else
            {
                ServingPage.Write(Screen.Open(host, isForMachine: false), app.Urls.First(), models);
            }

            await WaitAsync(app, stop.Token).ConfigureAwait(false);
            return ExitCode.Done;
        }
    }

    private static async Task WaitAsync(WebApplication app, CancellationToken stop)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var byCall = stop.Register(() => stopped.TrySetResult());
        using var byHost = app.Lifetime.ApplicationStopping.Register(() => stopped.TrySetResult());
        await stopped.Task.ConfigureAwait(false);
        await app.StopAsync(CancellationToken.None).ConfigureAwait(false);
    }

    private static void WriteKey(Host host, bool isForMachine, string name, string key)
    {
        if (isForMachine)
        {
            JsonAnswer.Write(host.Output, writer => ServingDocument.WriteKey(writer, name, key));
        }
        else
        {
            ServingPage.WriteKey(Screen.Open(host, isForMachine: false), name, key);
        }
    }
}
