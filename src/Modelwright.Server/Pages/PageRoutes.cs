using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Modelwright.Server.Security;
using Modelwright.Server.Watching;
using Modelwright.Studio;
using Modelwright.Studio.Http;

namespace Modelwright.Server.Pages;

/// <summary>Mounts the pages: gives them what the server knows, lets visitors in by the server's own keys, and signs them in.</summary>
internal sealed class PageRoutes(ServerOptions options, Doorkeeper doorkeeper, PageSessions sessions, StudioPages pages)
{
    internal const string SignIn = "/studio/sign-in";
    private const string SignOut = "/studio/sign-out";

    internal static void Add(IServiceCollection services, ServerOptions options)
    {
        if (options.Pages is not { } shown)
        {
            return;
        }

        // Keys of forms live as long as the process: a page that is older than the server is told so.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(StudioPages.Configure);
        services.AddSingleton(new PageSessions(options.Time)).AddSingleton<TrafficWatch>().AddSingleton<PageServing>().AddSingleton<PageRoutes>();
        services.AddSingleton(provider => new StudioPages(
            shown with { Time = options.Time, Histories = shown.Histories ?? HistoriesOf(options, provider) }, provider.GetRequiredService<PageServing>(), provider.GetRequiredService<IAntiforgery>(), provider.GetRequiredService<ILoggerFactory>()));
    }

    private static PageHistories? HistoriesOf(ServerOptions options, IServiceProvider provider) =>
        options.Monitoring is null ? null : new(provider.GetRequiredService<MonitoredModels>());

    internal void Map(IEndpointRouteBuilder routes)
    {
        var mark = new PageMark(sessions, new(() => pages));
        foreach (var route in pages.Routes)
        {
            var role = route.IsOpen ? RouteRole.Open : new RouteRole(RoleOf(route.Role));
            Map(routes, mark, route.Method, route.Pattern, role, context => AnswerAsync(context, route.Answer));
        }

        if (options.AsksWho)
        {
            Map(routes, mark, "GET", SignIn, RouteRole.Open, context => pages.ShowSignInAsync(context, Next(context.Request.Query["next"]), null));
            Map(routes, mark, "POST", SignIn, RouteRole.Open, context => pages.ReadFormAsync(context, form => EnterAsync(context, form)));
            Map(routes, mark, "POST", SignOut, RouteRole.Open, context => pages.ReadFormAsync(context, _ => Leave(context)));
        }
    }

    private static void Map(IEndpointRouteBuilder routes, PageMark mark, string method, string pattern, RouteRole role, RequestDelegate answer) =>
        routes.MapMethods(pattern, [method], answer).WithMetadata(role, mark);

    private Task AnswerAsync(HttpContext context, RequestDelegate answer)
    {
        var caller = context.Features.Get<Caller>() ?? new("", Role.None);
        context.Features.Set(new StudioCaller(caller.Name, RolesOf(caller.Roles), options.AsksWho && sessions.Find(context) is not null));
        return answer(context);
    }

    private async Task EnterAsync(HttpContext context, IFormCollection form)
    {
        var (key, next) = (((string?)form["key"] ?? "").Trim(), Next(form["next"]));
        if (await doorkeeper.WhoAsync(key).ConfigureAwait(false) is { } caller)
        {
            sessions.Begin(context, caller, isToken: caller.Name.StartsWith("token:", StringComparison.Ordinal));
            SeeOther(context, next);
            return;
        }

        await pages.ShowSignInAsync(context, next, "This key is not known, or it has run out. Look for a slip of the pen, or ask whoever runs the server for one.").ConfigureAwait(false);
    }

    private Task Leave(HttpContext context)
    {
        sessions.End(context);
        SeeOther(context, SignIn);
        return Task.CompletedTask;
    }

    private static void SeeOther(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
    }

    // An address of this server alone: '//elsewhere' and '/\elsewhere' lead to another.
    private static string Next(string? wanted) => wanted is ['/', not ('/' or '\\'), ..] && wanted.Length <= 1_000 && wanted.All(letter => letter is > ' ' and < '\x7f' and not '\\') ? wanted : "/";

    private static Role RoleOf(StudioRole role) =>
        (role.HasFlag(StudioRole.Predict) ? Role.Predict : Role.None) | (role.HasFlag(StudioRole.Manage) ? Role.Manage : Role.None);

    private static StudioRole RolesOf(Role role) =>
        (role.HasFlag(Role.Predict) ? StudioRole.Predict : StudioRole.None) | (role.HasFlag(Role.Manage) ? StudioRole.Manage : StudioRole.None);
}
