using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Modelwright.Studio.Http;

/// <summary>Renders a component to a whole page, and sends it with headers that let it load nothing but its own style and script.</summary>
internal sealed class PageWriter(IAntiforgery antiforgery, ILoggerFactory loggers)
{
    internal const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // Components ask for no service, so what they show is what they are given.
    private readonly ServiceProvider _nothing = new ServiceCollection().BuildServiceProvider();

    internal async Task ShowAsync<TPage>(HttpContext context, PageHead head, int status = 200, params (string Name, object? Value)[] parameters)
        where TPage : IComponent
    {
        var token = antiforgery.GetAndStoreTokens(context).RequestToken ?? "";
        var given = parameters.ToDictionary(pair => pair.Name, pair => pair.Value);
        given["Head"] = head with { Token = token, Caller = CallerOf(context), Done = head.Done ?? DoneOf(context) };
        var html = await RenderAsync<TPage>(given).ConfigureAwait(false);
        SetHeaders(context.Response, Policy);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(html, context.RequestAborted).ConfigureAwait(false);
    }

    internal static StudioCaller CallerOf(HttpContext context) => context.Features.Get<StudioCaller>() ?? StudioCaller.Nobody;

    internal static void SetHeaders(HttpResponse response, string policy)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";

        // With 'no-referrer' browsers send forms with the origin 'null', which the server refuses.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }

    private async Task<string> RenderAsync<TPage>(Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        var renderer = new HtmlRenderer(_nothing, loggers);
        await using (renderer.ConfigureAwait(false))
        {
            return await renderer.Dispatcher.InvokeAsync(async () =>
            {
                var root = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters)).ConfigureAwait(true);
                return "<!DOCTYPE html>\n" + root.ToHtmlString();
            }).ConfigureAwait(false);
        }
    }

    // Only words of this list are told, so that no address can put others into a page.
    private static string? DoneOf(HttpContext context) => (string?)context.Request.Query["done"] switch
    {
        "loaded" => "The package is loaded. It answers nothing yet: make it the champion below.",
        "served" => "The package is loaded and answers at once, as the first version of a new model.",
        "routed" => "The champion has changed. Requests that begin now are answered by it.",
        "back" => "The traffic is as it was before the last change.",
        "started" => "The training has its place in the queue.",
        "stopping" => "The training is asked to stop. It keeps the best model so far.",
        "removed" => "The file and all that came of it here are removed.",
        _ => null,
    };
}
