using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Modelwright.Core.Errors;
using Modelwright.Registry;
using Modelwright.Server.Faults;
using Modelwright.Server.Http;
using Modelwright.Server.Managing;
using Modelwright.Server.Measuring;
using Modelwright.Server.Security;
using RegisteredVersion = Modelwright.Registry.ModelVersion;

namespace Modelwright.Server.Registered;

/// <summary>The registry by HTTP. Who changes something is the name of the key, which the log of the registry keeps; what changes is served here before the answer leaves.</summary>
internal sealed class RegistryRoutes(ServerOptions options, IServiceProvider services, ILogger<RegistryRoutes> logger)
{
    private const string Model = "/registry/models/{model}";

    internal void Map(IEndpointRouteBuilder routes)
    {
        var manage = new RouteRole(Role.Manage);
        routes.Add("GET", "/registry/models", RouteRole.Known, context => AnswerAsync(context, null, registry => registry.List(), RegistryJson.Write));
        routes.Add("GET", Model, RouteRole.Known, context => AnswerAsync(context, Name(context), registry => registry.Get(Name(context)), RegistryJson.Write));
        routes.Add("GET", $"{Model}/log", RouteRole.Known, LogAsync);
        routes.Add("POST", $"{Model}/versions", manage, RegisterAsync);
        routes.Add("GET", $"{Model}/versions/{{version}}", RouteRole.Known, context => AnswerAsync(context, Reference(context), registry => registry.Resolve(Reference(context)), RegistryJson.Write));
        routes.Add("GET", $"{Model}/versions/{{version}}/evidence", RouteRole.Known, EvidenceAsync);
        routes.Add("DELETE", $"{Model}/versions/{{version}}", manage, context => ChangeAsync(context, Reference(context), (registry, who) => registry.Remove(Reference(context), who), RegistryJson.Write));
        routes.Add("POST", $"{Model}/promote", manage, PromoteAsync);
        routes.Add("POST", $"{Model}/rollback", manage, RollbackAsync);
        routes.Add("PUT", $"{Model}/aliases/{{alias}}", manage, SetAliasAsync);
        routes.Add("DELETE", $"{Model}/aliases/{{alias}}", manage, context => ChangeAsync(context, Name(context), (registry, who) => registry.RemoveAlias(Name(context), Value(context, "alias"), who), RegistryJson.Write));
    }

    private Task LogAsync(HttpContext context)
    {
        var limit = context.Request.Query["limit"] is not [{ } written] ? ModelRegistry.MostChanges
            : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= ModelRegistry.MostChanges ? number
            : throw JsonBody.Wrong($"The limit '{RequestFault.Shown(written)}' is none.", FormattableString.Invariant($"Give 1 to {ModelRegistry.MostChanges}."));
        return AnswerAsync(context, null, registry => registry.Log(Name(context), limit), RegistryJson.WriteLog, Name(context));
    }

    private Task EvidenceAsync(HttpContext context) => AnswerAsync(
        context,
        Reference(context),
        registry => registry.LoadPackage(Reference(context), context.RequestAborted).EvidenceJson,
        (writer, evidence) => writer.WriteRawValue(evidence));

    private async Task RegisterAsync(HttpContext context)
    {
        if (context.Request.ContentType != PackageBody.Type)
        {
            throw RequestException.Of(415, "The body is no package.", $"It says it is '{RequestFault.Shown(context.Request.ContentType ?? "")}'.", $"Send the bytes of a package as {PackageBody.Type}.");
        }

        var bytes = await PackageBody.ReadAsync(context, options.Limits).ConfigureAwait(false);
        var note = context.Request.Query["note"] is [{ Length: > 0 } told] ? told : null;
        var folder = Directory.CreateTempSubdirectory("modelwright-");
        try
        {
            var path = Path.Combine(folder.FullName, "sent.mw");
            await File.WriteAllBytesAsync(path, bytes, context.RequestAborted).ConfigureAwait(false);
            await ChangeAsync(context, null, (registry, who) => Register(registry, context, path, new() { By = who, Note = note }), RegistryJson.Write, 201).ConfigureAwait(false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // What is wrong with the bytes is told without the file that they were put into.
    private static RegisteredVersion Register(ModelRegistry registry, HttpContext context, string path, RegisterOptions told)
    {
        try
        {
            return registry.Register(Name(context), path, told, context.RequestAborted);
        }
        catch (ArtifactException cause)
        {
            throw JsonBody.Wrong(cause.Message.Replace(path, "The package", StringComparison.Ordinal), "Give a package that 'modelwright inspect' can read.");
        }
    }

    private async Task PromoteAsync(HttpContext context)
    {
        using var body = await JsonBody.ReadAsync(context, options.Limits).ConfigureAwait(false);
        var root = body.RootElement;
        var version = root.Version("version") ?? throw JsonBody.Wrong("The member 'version' is absent.", "Name a number or an alias, such as {\"version\": 3}.");
        var reference = $"{Name(context)}@{version}";
        var (force, reason) = (root.Flag("force"), root.Text("reason"));
        await ChangeAsync(context, reference, (registry, who) => Promoted(registry.Promote(reference, new() { Gate = options.Registry!.Gate, Keys = options.Registry.Keys, Force = force, Reason = reason, By = who }, context.RequestAborted)), RegistryJson.Write).ConfigureAwait(false);
    }

    private static Promotion Promoted(Promotion promotion) => promotion.IsChampion
        ? promotion
        : throw new RequestException(409, "The version does not pass the gate, and nothing has changed.", [.. promotion.Said.Select(said => new RequestFault(said, "Mend it, or overrule the gate with 'force' and a 'reason'."))], promotion.Said.Count);

    private async Task RollbackAsync(HttpContext context)
    {
        using var body = await JsonBody.ReadAsync(context, options.Limits).ConfigureAwait(false);
        var reason = body.RootElement.Text("reason");
        await ChangeAsync(context, Name(context), (registry, who) => registry.Rollback(Name(context), who, reason), RegistryJson.Write).ConfigureAwait(false);
    }

    private async Task SetAliasAsync(HttpContext context)
    {
        using var body = await JsonBody.ReadAsync(context, options.Limits).ConfigureAwait(false);
        var version = body.RootElement.Version("version") ?? throw JsonBody.Wrong("The member 'version' is absent.", "Name a number or an alias, such as {\"version\": 3}.");
        var reference = $"{Name(context)}@{version}";
        await ChangeAsync(context, reference, (registry, who) => registry.SetAlias(reference, Value(context, "alias"), who), RegistryJson.Write).ConfigureAwait(false);
    }

    private async Task ChangeAsync<T>(HttpContext context, string? reference, Func<ModelRegistry, string, T> change, Action<Utf8JsonWriter, T> write, int status = 200)
    {
        var who = context.Features.Get<Caller>()!.Name;
        var changed = Ask(reference, Name(context), registry => change(registry, who));
        ServerLog.RegistryChanged(logger, context.Request.Method, context.Request.Path, who);
        await services.GetRequiredService<RegistryFeed>().LookAsync(context.RequestAborted).ConfigureAwait(false);
        context.Response.StatusCode = status;
        await SendAsync(context, changed, write).ConfigureAwait(false);
    }

    private Task AnswerAsync<T>(HttpContext context, string? reference, Func<ModelRegistry, T> ask, Action<Utf8JsonWriter, T> write, string? name = null) =>
        SendAsync(context, Ask(reference, name, ask), write);

    private T Ask<T>(string? reference, string? name, Func<ModelRegistry, T> ask)
    {
        var registry = services.GetService<ModelRegistry>() ?? throw RequestException.Of(409, "There is no registry.", "The server was started without a store.", "Start it with --store.");
        try
        {
            return ask(registry);
        }
        catch (OptionsException cause)
        {
            throw Explain(registry, reference, name, cause);
        }
        catch (ArtifactException cause)
        {
            ServerLog.RegistryUnread(logger, cause.Message);
            throw RequestException.Of(409, "The package of the version cannot be used.", cause.Message, "Register the file again.");
        }
    }

    // All that can be wrong with a call and with the store comes as one kind of error, so the store is asked again what it was.
    private RequestException Explain(ModelRegistry registry, string? reference, string? name, OptionsException cause)
    {
        IReadOnlyList<RegisteredModel> models;
        try
        {
            models = registry.List();
        }
        catch (OptionsException fault)
        {
            ServerLog.RegistryUnread(logger, fault.Message);
            return new RequestException(503, "The registry cannot be used.", [new("Its store is not there, or cannot be read or written.", "Come again; if it stays so, see the log of the server.")], 1) { RetryAfter = 5 };
        }

        var isKnown = reference is null ? name is null || models.Any(model => model.Name == name) || !ServedName(name) : IsThere(registry, reference);
        return isKnown
            ? RequestException.Of(409, "The registry refuses this, and nothing has changed.", cause.Message, "GET /registry/models tells how it stands.")
            : RequestException.Of(404, "The registry has no such model or version.", cause.Message, "GET /registry/models lists those there are.");
    }

    private static bool ServedName(string name) => Traffic.ServedModels.IsName(name);

    private static bool IsThere(ModelRegistry registry, string reference)
    {
        try
        {
            return registry.Resolve(reference) is not null;
        }
        catch (OptionsException)
        {
            return false;
        }
    }

    private static async Task SendAsync<T>(HttpContext context, T answer, Action<Utf8JsonWriter, T> write)
    {
        using var reply = JsonReply.Rent();
        write(reply.Writer, answer);
        await reply.SendAsync(context).ConfigureAwait(false);
    }

    private static string Name(HttpContext context) => Value(context, "model");

    private static string Reference(HttpContext context) => $"{Name(context)}@{Value(context, "version")}";

    private static string Value(HttpContext context, string name) => (string)context.Request.RouteValues[name]!;
}
