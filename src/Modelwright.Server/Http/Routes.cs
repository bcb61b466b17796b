using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modelwright.Server.Answers;
using Modelwright.Server.Faults;
using Modelwright.Server.Security;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Http;

/// <summary>What all rooms of routes share: how a route is added, and which model a request means.</summary>
internal static class Routes
{
    internal static void Add(this IEndpointRouteBuilder routes, string method, string pattern, RouteRole role, RequestDelegate answer) =>
        routes.MapMethods(pattern, [method], answer).WithMetadata(role);

    /// <summary>What answers a request: the model of its address, or the only one; the version of its address, or one by the traffic.</summary>
    /// <exception cref="RequestException">There is no such model or version.</exception>
    internal static AnswerTarget Target(this ServedModels models, HttpContext context, string id)
    {
        var model = models.Named(context);
        var state = model.State;
        if (context.Request.RouteValues.TryGetValue("version", out var named))
        {
            return new(model, state.Version(model, named as string), null, id);
        }

        var version = state.Challenger is null ? state.Champion : ServedModel.Choose(state, RequestIds.Sticky(context, id));
        return new(model, version, state.Shadow, id);
    }

    /// <exception cref="RequestException">There is no such model.</exception>
    internal static ServedModel Named(this ServedModels models, HttpContext context)
    {
        if (!context.Request.RouteValues.TryGetValue("model", out var named))
        {
            return models.All is [var only] ? only : throw RequestException.Of(404, "Which model is meant?", $"The server has {models.All.Count} models.", "Name one: POST /models/NAME/predict.");
        }

        return models.TryGet((string)named!, out var model)
            ? model
            : throw RequestException.Of(404, "There is no such model.", $"No model is named '{RequestFault.Shown((string)named!)}'.", "GET /models lists those that are served.");
    }

    /// <exception cref="RequestException">There is no such version.</exception>
    internal static ModelVersion Version(this TrafficState state, ServedModel model, string? name) => state.Find(name ?? "")
        ?? throw RequestException.Of(404, "There is no such version.", $"Model '{model.Name}' has no version '{RequestFault.Shown(name ?? "")}'.", $"Loaded are: {string.Join(", ", state.Versions.Select(version => $"'{version.Version}'"))}.");

    /// <exception cref="RequestException">The body says it is something else.</exception>
    internal static void ExpectJson(HttpContext context)
    {
        var type = context.Request.ContentType;
        if (type is null || type == "application/json" || type.StartsWith("application/json;", StringComparison.OrdinalIgnoreCase) || type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.Split(';')[0].EndsWith("+json", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        throw RequestException.Of(415, "The body is no JSON.", $"It says it is '{RequestFault.Shown(type)}'.", "Send JSON with 'Content-Type: application/json'.");
    }
}
