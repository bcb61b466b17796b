using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Prediction;
using Modelwright.Server.Faults;
using Modelwright.Server.Http;
using Modelwright.Server.Measuring;
using Modelwright.Server.Plain;
using Modelwright.Server.Security;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Managing;

/// <summary>Loads versions and says which of them answer. A change is seen by requests that begin after it, and fails none.</summary>
internal sealed class ManageRoutes(ServerOptions options, ServedModels models, ILogger<ManageRoutes> logger)
{
    internal void Map(IEndpointRouteBuilder routes)
    {
        var role = new RouteRole(Role.Manage);
        routes.Add("GET", "/manage/models/{model}", role, context => ShowAsync(context, models.Named(context)));
        routes.Add("POST", "/manage/models/{model}/versions", role, LoadAsync);
        routes.Add("DELETE", "/manage/models/{model}/versions/{name}", role, context => ChangeAsync(context, model => model.Remove((string)context.Request.RouteValues["name"]!)));
        routes.Add("PUT", "/manage/models/{model}/traffic", role, RouteAsync);
        routes.Add("POST", "/manage/models/{model}/rollback", role, context => ChangeAsync(context, model => model.Rollback()));
    }

    private async Task LoadAsync(HttpContext context)
    {
        var model = models.Named(context);
        Predictor predictor;
        string? name = context.Request.Query["version"];
        if (context.Request.ContentType == PackageBody.Type)
        {
            predictor = await SentAsync(context).ConfigureAwait(false);
        }
        else
        {
            using var document = await JsonBody.ReadAsync(context, options.Limits).ConfigureAwait(false);
            name = document.RootElement.Text("version") ?? name;
            predictor = Load(() => Predictor.Load(PathOf(document.RootElement.Text("package") ?? throw JsonBody.Wrong("The member 'package' is absent.", "Name a file of the folder of packages, or send the bytes of a package as application/octet-stream."))));
        }

        var version = Change(() =>
        {
            var made = new ModelVersion(name ?? PackageFeed.FreeName(model), predictor, options.Time.GetUtcNow());
            model.Add(made);
            return made;
        });
        ServerLog.VersionLoaded(logger, model.Name, version.Version, version.ModelId);
        context.Response.StatusCode = StatusCodes.Status201Created;
        await ShowAsync(context, model).ConfigureAwait(false);
    }

    private async Task<Predictor> SentAsync(HttpContext context)
    {
        using var bytes = new MemoryStream(await PackageBody.ReadAsync(context, options.Limits).ConfigureAwait(false), writable: false);
        return Load(() => Predictor.Load(bytes));
    }

    // A name is one of a file in the folder, so no path leaves it.
    private string PathOf(string package)
    {
        if (options.PackageFolder is not { } folder)
        {
            throw JsonBody.Wrong("The server has no folder of packages.", $"Send the bytes of the package as {PackageBody.Type}, or start the server with --package-folder.");
        }

        return ServedModels.IsName(package)
            ? Path.Combine(folder, package)
            : throw JsonBody.Wrong("The package is not named as a file of the folder.", "Give its name alone: letters, digits, '-', '_' and '.', at most 100 and no '.' first.");
    }

    private static Predictor Load(Func<Predictor> load)
    {
        try
        {
            return load();
        }
        catch (ModelwrightException cause)
        {
            throw JsonBody.Wrong(cause.Message, "Give a package that 'modelwright inspect' can read.");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw JsonBody.Wrong("The package cannot be read.", "See that it is a file and that the server may read it.");
        }
    }

    private async Task RouteAsync(HttpContext context)
    {
        using var document = await JsonBody.ReadAsync(context, options.Limits).ConfigureAwait(false);
        var root = document.RootElement;
        var split = new TrafficSplit(root.Text("champion") ?? models.Named(context).Split.Champion)
        {
            Challenger = root.Text("challenger"),
            ChallengerShare = root.TryGetProperty("share", out var share) ? (share.ValueKind == JsonValueKind.Number ? share.GetDouble() : throw JsonBody.Wrong("The 'share' is no number.", "Give 0 to 1.")) : 0,
            Shadow = root.Text("shadow"),
        };
        await ChangeAsync(context, model => model.Route(split)).ConfigureAwait(false);
    }

    private async Task ChangeAsync(HttpContext context, Action<ServedModel> change)
    {
        var model = models.Named(context);
        Change(() =>
        {
            change(model);
            return true;
        });
        ServerLog.TrafficChanged(logger, model.Name, model.Split, context.Features.Get<Caller>()?.Name);
        await ShowAsync(context, model).ConfigureAwait(false);
    }

    private static T Change<T>(Func<T> change)
    {
        try
        {
            return change();
        }
        catch (OptionsException cause)
        {
            throw RequestException.Of(409, "The change is not made.", cause.Message, "Nothing has changed.");
        }
    }

    private static async Task ShowAsync(HttpContext context, ServedModel model)
    {
        using var reply = JsonReply.Rent();
        reply.Writer.WriteStartObject();
        reply.Writer.WriteString("name", model.Name);
        TrafficJson.Write(reply.Writer, model.State);
        reply.Writer.WriteEndObject();
        await reply.SendAsync(context).ConfigureAwait(false);
    }
}
