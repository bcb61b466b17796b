using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modelwright.Server.Http;
using Modelwright.Server.Security;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Documents;

/// <summary>GET /openapi/v1.json: all routes, with the columns of the models that are served; GET /docs: the same for a person, a page without a script.</summary>
internal sealed class DocumentRoutes(ServedModels models)
{
    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.Add("GET", "/openapi/v1.json", RouteRole.Known, DocumentAsync);
        routes.Add("GET", "/docs", RouteRole.Known, PageAsync);
    }

    private async Task DocumentAsync(HttpContext context)
    {
        using var reply = JsonReply.Rent();
        OpenApiDocument.Write(reply.Writer, models.All);
        await reply.SendAsync(context).ConfigureAwait(false);
    }

    private Task PageAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.WriteAsync(Page(), context.RequestAborted);
    }

    private string Page()
    {
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Modelwright server</title><style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}td,th{text-align:left;padding:.2rem 1rem .2rem 0}</style><h1>Modelwright server</h1><p>The document for machines: <a href=\"/openapi/v1.json\">/openapi/v1.json</a></p>");
        page.Append("<h2>Routes</h2><table><tr><th>Call</th><th>What</th></tr>");
        foreach (var route in RouteCatalog.All)
        {
            page.Append("<tr><td><code>").Append(route.Method).Append(' ').Append(route.Path).Append("</code></td><td>").Append(WebUtility.HtmlEncode(route.Summary)).Append("</td></tr>");
        }

        page.Append("</table>");
        foreach (var model in models.All)
        {
            page.Append("<h2>Model ").Append(WebUtility.HtmlEncode(model.Name)).Append("</h2><table><tr><th>Column</th><th>Type</th></tr>");
            foreach (var column in model.State.Champion.Layout.Columns)
            {
                page.Append("<tr><td>").Append(WebUtility.HtmlEncode(column.Name)).Append("</td><td>").Append(column.Type.ToString().ToLowerInvariant()).Append("</td></tr>");
            }

            page.Append("</table>");
        }

        return page.Append("</html>").ToString();
    }
}
