using Microsoft.AspNetCore.Http;
using Modelwright.Core.Errors;
using Modelwright.Recording.Runs;
using Modelwright.Studio.Pages;
using Modelwright.Studio.Serving;
using Modelwright.Studio.Views;

namespace Modelwright.Studio.Http;

/// <summary>Recorded training runs with their leaderboards.</summary>
internal sealed class RunPages(StudioOptions options, IServing serving, PageWriter writer, PageForms forms)
{
    private const int MostRuns = 200;
    private const long MostReportBytes = 32L << 20;

    internal IEnumerable<StudioRoute> Routes() =>
    [
        new("GET", "/studio/runs", StudioRole.None, ListAsync),
        new("GET", "/studio/runs/{run}", StudioRole.None, ShowAsync),
        new("GET", "/studio/runs/{run}/report", StudioRole.None, ReportAsync),
        new("POST", "/studio/runs/{run}/load", StudioRole.Manage, LoadAsync),
    ];

    /// <summary>The report beside the package of a run; null where there is none.</summary>
    internal static string? ReportOf(RunSummary run)
    {
        var path = run.Package is { } package && Path.GetDirectoryName(package) is { Length: > 0 } folder ? Path.Combine(folder, "report.html") : null;
        return File.Exists(path) ? path : null;
    }

    /// <summary>Sends a report as it was written. It carries its own style and no script, and gets a policy that allows no more.</summary>
    internal static async Task SendReportAsync(HttpContext context, string? path)
    {
        if (path is null || new FileInfo(path) is not { Exists: true, Length: <= MostReportBytes })
        {
            PageFault.Absent("The report is not there. It stands beside the package of a run, as 'report.html', unless it was moved or deleted.");
        }

        var html = await File.ReadAllBytesAsync(path, context.RequestAborted).ConfigureAwait(false);
        PageWriter.SetHeaders(context.Response, "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.Body.WriteAsync(html, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Loads a package by a form with the name of a model, and leads to that model.</summary>
    internal static void Load(HttpContext context, IServing serving, IFormCollection form, Modelwright.Runtime.Packaging.Package package)
    {
        var (chosen, named) = (PageForms.Text(form, "model"), PageForms.Text(form, "new_model"));
        var model = chosen.Length > 0 ? chosen : named;
        if (model.Length == 0)
        {
            throw new PageFault(400, "Which model is meant?", "Choose one that is served, or name a new one: letters, digits, '-', '_' and '.'.");
        }

        var isNew = serving.Models.All(one => one.Name != model);
        serving.Load(model, package, PageWriter.CallerOf(context).Name);
        ModelPages.SeeOther(context, $"/studio/models/{Texts.Part(model)}?done={(isNew ? "served" : "loaded")}");
    }

    private Task ListAsync(HttpContext context)
    {
        var target = ((string?)context.Request.Query["target"])?.Trim();
        var (runs, fault) = StoreReading.Try(() => options.Runs?.List(new() { Limit = MostRuns, Target = string.IsNullOrEmpty(target) ? null : target }));
        return writer.ShowAsync<RunsPage>(
            context,
            new("Training runs", PageSection.Runs, StudioCaller.Nobody, ""),
            200,
            ("Runs", runs),
            ("Fault", fault),
            ("Target", target ?? ""));
    }

    private Task ShowAsync(HttpContext context)
    {
        var run = Run(context);
        return writer.ShowAsync<RunPage>(
            context,
            new($"Run {run.Summary.Id}", PageSection.Runs, StudioCaller.Nobody, "")
            {
                Above = [("Training runs", "/studio/runs")],
                Lead = $"{(run.Task is { } task ? $"{task} " : "")}{(run.Summary.Target is { } target ? $"of '{Texts.Clean(target)}' " : "")}from {Texts.Clean(run.Summary.Source ?? "rows in memory")}: {RunWords.Of(run.Summary.State)}.",
                IsLive = run.Summary.State == RunState.Running,
            },
            200,
            ("Run", run),
            ("Models", serving.Models),
            ("HasReport", ReportOf(run.Summary) is not null));
    }

    private Task ReportAsync(HttpContext context) => SendReportAsync(context, ReportOf(Run(context).Summary));

    private async Task LoadAsync(HttpContext context)
    {
        var form = await forms.ReadAsync(context).ConfigureAwait(false);
        var run = Run(context);
        Load(context, serving, form, options.Runs!.LoadPackage(run.Summary.Id));
    }

    private RecordedRun Run(HttpContext context)
    {
        var store = options.Runs ?? throw new PageFault(404, "There is no store of runs", "The server was started without one. Start it with a store: modelwright serve MODEL.mw --store FILE");
        try
        {
            return store.Get((string)context.Request.RouteValues["run"]!);
        }
        catch (OptionsException cause)
        {
            throw new PageFault(404, "There is nothing here", cause.Message);
        }
    }
}
