using Microsoft.AspNetCore.Http;
using Modelwright.Reports.Pages;
using Modelwright.Studio.Pages;
using Modelwright.Studio.Serving;
using Modelwright.Studio.Views;

namespace Modelwright.Studio.Http;

/// <summary>Live traffic, and drift and quality over time.</summary>
internal sealed class WatchPages(StudioOptions options, IServing serving, PageWriter writer)
{
    internal IEnumerable<StudioRoute> Routes() =>
    [
        new("GET", "/studio/traffic", StudioRole.None, TrafficAsync),
        new("GET", "/studio/quality", StudioRole.None, context => QualityAsync(context, options.Histories is { Models: [var first, ..] } ? first : "")),
        new("GET", "/studio/quality/{model}", StudioRole.None, context => QualityAsync(context, Watched(context))),
        new("GET", "/studio/quality/{model}/report", StudioRole.None, ReportAsync),
    ];

    private Task TrafficAsync(HttpContext context)
    {
        var models = serving.Models;
        var first = models.Count == 0 ? "NAME" : models[0].Name;
        return writer.ShowAsync<TrafficPage>(
            context,
            new("Traffic", PageSection.Traffic, StudioCaller.Nobody, "") { IsLive = true },
            200,
            ("Traffic", serving.Traffic()),
            ("Models", models),
            ("Ask", $"curl -s http://{context.Request.Host}/models/{first}/predict -H 'Content-Type: application/json' -d '{{\"COLUMN\": VALUE, …}}'"));
    }

    private Task QualityAsync(HttpContext context, string name) => writer.ShowAsync<QualityPage>(
        context,
        new(name.Length == 0 ? "Quality over time" : $"Quality of {name} over time", PageSection.Quality, StudioCaller.Nobody, ""),
        200,
        ("Models", options.Histories?.Models),
        ("Name", name),
        ("History", options.Histories?.Of(name)));

    private async Task ReportAsync(HttpContext context)
    {
        var name = Watched(context);
        if (options.Histories!.Of(name) is not { Windows.Count: > 0 } history)
        {
            PageFault.Absent($"'{Texts.Clean(name)}' has no window yet.");
            return;
        }

        PageWriter.SetHeaders(context.Response, "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(ReportPage.Write(history.ToReport(name)), context.RequestAborted).ConfigureAwait(false);
    }

    private string Watched(HttpContext context)
    {
        var name = (string)context.Request.RouteValues["model"]!;
        if (options.Histories?.Models.Contains(name) != true)
        {
            PageFault.Absent($"No model is watched as '{Texts.Clean(name)}'.");
        }

        return name;
    }
}
