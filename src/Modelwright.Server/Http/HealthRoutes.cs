using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modelwright.Server.Security;

namespace Modelwright.Server.Http;

/// <summary>GET /healthz: the process answers. GET /readyz: it takes requests; not while it drains.</summary>
internal static class HealthRoutes
{
    internal static void Map(IEndpointRouteBuilder routes, Drain drain)
    {
        routes.Add("GET", "/healthz", RouteRole.Open, context => SayAsync(context, "status", "live", isGood: true));
        routes.Add("GET", "/readyz", RouteRole.Open, context => SayAsync(context, "status", drain.IsReady ? "ready" : "draining", drain.IsReady));
    }

    internal static async Task SayAsync(HttpContext context, string name, string word, bool isGood)
    {
        context.Response.StatusCode = isGood ? 200 : 503;
        using var reply = JsonReply.Rent();
        reply.Writer.WriteStartObject();
        reply.Writer.WriteString(name, word);
        reply.Writer.WriteEndObject();
        await reply.SendAsync(context).ConfigureAwait(false);
    }
}
