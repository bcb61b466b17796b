using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Modelwright.Core.Errors;
using Modelwright.Studio.Http;
using Modelwright.Studio.Pages;
using Modelwright.Studio.Serving;
using Modelwright.Studio.Trainings;

namespace Modelwright.Studio;

/// <summary>The pages, for a server to map: it checks who asks and tells it by a <see cref="StudioCaller"/> among the features of the request. Safe from any thread.</summary>
public sealed class StudioPages : IAsyncDisposable
{
    private readonly PageWriter _writer;
    private readonly PageForms _forms;
    private readonly TrainingDesk _desk;

    /// <summary>Makes the pages.</summary>
    /// <param name="options">What they show and allow.</param>
    /// <param name="serving">What the server knows.</param>
    /// <param name="antiforgery">Makes and checks the tokens of forms, by the field and header that <see cref="Configure"/> names.</param>
    /// <param name="loggers">Where faults of rendering are logged.</param>
    /// <exception cref="OptionsException">A limit is out of range; the text lists all.</exception>
    public StudioPages(StudioOptions options, IServing serving, IAntiforgery antiforgery, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        (_writer, _forms) = (new(antiforgery, loggers), new(antiforgery));
        _desk = new(options, loggers.CreateLogger<TrainingDesk>());
        StudioRoute[] routes =
        [
            .. PageAssets.Routes(),
            .. new ModelPages(options, serving, _writer, _forms).Routes(),
            .. new TryPages(serving, _writer, _forms).Routes(),
            .. new WatchPages(options, serving, _writer).Routes(),
            .. new RunPages(options, serving, _writer, _forms).Routes(),
            .. new TrainPages(options, serving, _desk, _writer, _forms).Routes(),
        ];
        Routes = [.. routes.Select(route => route with { Answer = context => GuardAsync(context, route.Answer) })];
    }

    /// <summary>All addresses of the pages.</summary>
    public IReadOnlyList<StudioRoute> Routes { get; }

    /// <summary>Names the fields by which forms prove where they come from.</summary>
    /// <param name="options">The options of the server's antiforgery.</param>
    public static void Configure(AntiforgeryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        (options.FormFieldName, options.HeaderName) = (PageForms.TokenField, PageForms.TokenHeader);
        (options.Cookie.Name, options.Cookie.SameSite, options.Cookie.HttpOnly, options.Cookie.Path) = ("modelwright_form", SameSiteMode.Strict, true, "/");
        options.SuppressXFrameOptionsHeader = true;
    }

    /// <summary>Shows what went wrong as a page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="title">What happened.</param>
    /// <param name="lines">What is wrong and what to do, a paragraph each.</param>
    public Task ShowFaultAsync(HttpContext context, int status, string title, IReadOnlyList<string> lines) => _writer.ShowAsync<FaultPage>(
        context, new(title, PageWriter.CallerOf(context) == StudioCaller.Nobody ? PageSection.None : PageSection.Models, StudioCaller.Nobody, ""), status, ("Lines", lines));

    /// <summary>Shows the form to sign in.</summary>
    /// <param name="context">The request.</param>
    /// <param name="next">Where to go after it: an address of this server.</param>
    /// <param name="fault">Why the last try failed; null for none.</param>
    public Task ShowSignInAsync(HttpContext context, string next, string? fault) => _writer.ShowAsync<SignInPage>(
        context, new("Sign in", PageSection.None, StudioCaller.Nobody, ""), fault is null ? 200 : 401, ("Next", next), ("Fault", fault));

    /// <summary>Runs what answers a form of the server's own, such as signing in, with the faults of pages shown as pages.</summary>
    /// <param name="context">The request.</param>
    /// <param name="answer">Gets the fields once the token is checked.</param>
    public Task ReadFormAsync(HttpContext context, Func<IFormCollection, Task> answer) => GuardAsync(context, async _ => await answer(await _forms.ReadAsync(context).ConfigureAwait(false)).ConfigureAwait(false));

    /// <summary>Stops trainings, and removes the files that were sent.</summary>
    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private async Task GuardAsync(HttpContext context, RequestDelegate answer)
    {
        try
        {
            await answer(context).ConfigureAwait(false);
        }
        catch (PageFault fault)
        {
            await ShowFaultAsync(context, fault.Status, fault.Title, fault.Message.Split('\n')).ConfigureAwait(false);
        }
        catch (ModelwrightException fault) when (!context.Response.HasStarted)
        {
            await ShowFaultAsync(context, 409, "This cannot be done", fault.Message.Split('\n')).ConfigureAwait(false);
        }
    }
}
