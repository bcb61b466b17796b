using System.Globalization;
using Microsoft.AspNetCore.Http;
using Modelwright.Core.Errors;
using Modelwright.Recording;
using Modelwright.Recording.Runs;
using Modelwright.Registry;
using Modelwright.Runtime.Packaging;
using Modelwright.Studio.Pages;
using Modelwright.Studio.Serving;
using Modelwright.Studio.Views;

namespace Modelwright.Studio.Http;

/// <summary>Models, their versions and their evidence.</summary>
internal sealed class ModelPages(StudioOptions options, IServing serving, PageWriter writer, PageForms forms)
{
    private const int MostChanges = 100;
    private const int MostRunsLooked = 1_000;
    private static readonly (string, string) Top = ("Models", "/");

    internal IEnumerable<StudioRoute> Routes() =>
    [
        new("GET", "/", StudioRole.None, ListAsync),
        new("GET", "/studio/models/{model}", StudioRole.None, ShowAsync),
        new("GET", "/studio/models/{model}/versions/{version}", StudioRole.None, EvidenceAsync),
        new("POST", "/studio/models/{model}/champion", StudioRole.Manage, RouteAsync),
        new("POST", "/studio/models/{model}/rollback", StudioRole.Manage, GoBackAsync),
        new("GET", "/studio/registry/{model}", StudioRole.None, RegisteredAsync),
        new("GET", "/studio/registry/{model}/{version:int}", StudioRole.None, RegisteredEvidenceAsync),
    ];

    /// <summary>The model that an address names.</summary>
    /// <exception cref="PageFault">None is served under that name.</exception>
    internal static ServedModelView Named(IServing serving, HttpContext context)
    {
        var name = (string)context.Request.RouteValues["model"]!;
        var model = serving.Models.FirstOrDefault(one => one.Name == name);
        if (model is null)
        {
            PageFault.Absent($"No model is served as '{Texts.Clean(name)}'. The list of models has those that are.");
        }

        return model;
    }

    /// <summary>Leads to a page after a form was done, so that loading it again does nothing twice.</summary>
    internal static void SeeOther(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
    }

    private Task ListAsync(HttpContext context)
    {
        var (registered, fault) = StoreReading.Try(() => options.Registry?.List());
        return writer.ShowAsync<ModelsPage>(
            context,
            new("Models", PageSection.Models, StudioCaller.Nobody, ""),
            200,
            ("Served", serving.Models),
            ("Registered", registered),
            ("Fault", fault));
    }

    private Task ShowAsync(HttpContext context)
    {
        var model = Named(serving, context);
        var champion = model.Version(model.Champion)!.Package.Model;
        return writer.ShowAsync<ModelPage>(
            context,
            new(model.Name, PageSection.Models, StudioCaller.Nobody, "") { Above = [Top], Lead = $"Answers {champion.Task.Name}{(champion.Schema.Target is { } target ? $" of '{Texts.Clean(target.Name)}'" : "")}." },
            200,
            ("Model", model));
    }

    private Task EvidenceAsync(HttpContext context)
    {
        var model = Named(serving, context);
        var version = model.Version((string)context.Request.RouteValues["version"]!);
        if (version is null)
        {
            PageFault.Absent($"Model '{model.Name}' has no such version. Its page has those that are loaded.");
        }

        var address = $"/studio/models/{Texts.Part(model.Name)}";
        return EvidenceAsync(context, new($"{model.Name}, version {version.Name}", PageSection.Models, StudioCaller.Nobody, "")
        {
            Above = [Top, (model.Name, address)],
            Lead = $"It is {model.RoleOf(version.Name)}.",
        }, version.Package, GateOf(version.Package.ModelId), $"{address}/try?version={Texts.Part(version.Name)}");
    }

    private Task RegisteredAsync(HttpContext context)
    {
        var model = Registered(context, out var registry);
        return writer.ShowAsync<RegistryPage>(
            context,
            new(model.Name, PageSection.Models, StudioCaller.Nobody, "") { Above = [Top], Lead = model.Champion is { } champion ? $"Version {champion.Version} is champion of the registry." : "No version is champion of the registry yet." },
            200,
            ("Model", model),
            ("Log", registry.Log(model.Name, MostChanges)),
            ("HasRuns", options.Runs is not null));
    }

    private Task RegisteredEvidenceAsync(HttpContext context)
    {
        var model = Registered(context, out var registry);
        var number = int.Parse((string)context.Request.RouteValues["version"]!, CultureInfo.InvariantCulture);
        var reference = string.Create(CultureInfo.InvariantCulture, $"{model.Name}@{number}");
        var version = registry.Resolve(reference);
        return EvidenceAsync(context, new(string.Create(CultureInfo.InvariantCulture, $"{model.Name}, registered version {number}"), PageSection.Models, StudioCaller.Nobody, "")
        {
            Above = [Top, (model.Name, $"/studio/registry/{Texts.Part(model.Name)}")],
            Lead = version.Note ?? "",
        }, registry.LoadPackage(reference, context.RequestAborted), GateOf(version.ModelId), null);
    }

    private Task EvidenceAsync(HttpContext context, PageHead head, Package package, IReadOnlyList<string> gate, string? tryAddress) => writer.ShowAsync<EvidencePage>(
        context,
        head,
        200,
        ("Package", package),
        ("Evidence", Documents.ReadEvidence(package.EvidenceJson)),
        ("Gate", gate),
        ("TryAddress", tryAddress),
        ("ReportAddress", RunOf(package.ModelId) is { } run && RunPages.ReportOf(run) is not null ? $"/studio/runs/{Texts.Part(run.Id)}/report" : null));

    // The same model may have been recorded by several runs; the newest is nearest.
    private RunSummary? RunOf(string modelId) => StoreReading.Try(() => options.Runs?.List(new() { Limit = MostRunsLooked })).Read?.FirstOrDefault(run => run.ModelId == modelId);

    private IReadOnlyList<string> GateOf(string modelId)
    {
        if (options.Registry is not { } registry)
        {
            return [];
        }

        return
        [
            .. (StoreReading.Try(registry.List).Read ?? []).Where(model => model.Versions.Any(version => version.ModelId == modelId)).SelectMany(model => registry.Log(model.Name).Where(change => change.Gate is not null && model.Versions.Any(version => version.Version == change.To && version.ModelId == modelId)))
                .TakeLast(3).SelectMany(change => change.Gate!.Split('\n').Prepend($"{Texts.Moment(change.Time)}, asked by {change.By}{(change.Forced ? ", and overruled" : "")}:")),
        ];
    }

    private RegisteredModel Registered(HttpContext context, out ModelRegistry registry)
    {
        registry = options.Registry ?? throw new PageFault(404, "There is no registry", "The server was started without a registry. Start it with a store: modelwright serve MODEL.mw --store FILE");
        try
        {
            return registry.Get((string)context.Request.RouteValues["model"]!);
        }
        catch (OptionsException cause)
        {
            throw new PageFault(404, "There is nothing here", cause.Message);
        }
    }

    private async Task RouteAsync(HttpContext context)
    {
        var form = await forms.ReadAsync(context).ConfigureAwait(false);
        var model = Named(serving, context);
        serving.Route(model.Name, PageForms.Text(form, "version"), PageWriter.CallerOf(context).Name);
        SeeOther(context, $"/studio/models/{Texts.Part(model.Name)}?done=routed");
    }

    private async Task GoBackAsync(HttpContext context)
    {
        await forms.ReadAsync(context).ConfigureAwait(false);
        var model = Named(serving, context);
        serving.Rollback(model.Name, PageWriter.CallerOf(context).Name);
        SeeOther(context, $"/studio/models/{Texts.Part(model.Name)}?done=back");
    }
}
