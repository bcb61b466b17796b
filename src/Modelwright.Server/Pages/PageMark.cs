using Microsoft.AspNetCore.Http;
using Modelwright.Server.Faults;
using Modelwright.Studio;

namespace Modelwright.Server.Pages;

/// <summary>Marks routes that people see: a session may say who asks, and faults are told as a page.</summary>
internal sealed class PageMark(PageSessions sessions, Lazy<StudioPages> pages)
{
    /// <summary>The sessions that are taken on these routes.</summary>
    internal PageSessions Sessions => sessions;

    /// <summary>Shows a fault; who is not known is led to the form to sign in.</summary>
    internal Task TellAsync(HttpContext context, RequestException fault)
    {
        if (fault.Status == StatusCodes.Status401Unauthorized)
        {
            var next = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path.ToUriComponent() : "/";
            context.Response.Redirect($"{PageRoutes.SignIn}?next={Uri.EscapeDataString(next)}");
            return Task.CompletedTask;
        }

        return pages.Value.ShowFaultAsync(context, fault.Status, fault.Title, [.. fault.Faults.Select(one => one.Text)]);
    }
}
