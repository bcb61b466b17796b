using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Modelwright.Samples.WebApi;

/// <summary>GET /health: the state, and which model answers since when. Paths and reasons stay in the log.</summary>
internal static class HealthPage
{
    internal static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var data = report.Entries["modelwright"].Data;
        return context.Response.WriteAsJsonAsync(
            new Dictionary<string, object?>
            {
                ["status"] = report.Status.ToString(),
                ["modelId"] = data.GetValueOrDefault("model_id"),
                ["loadedAt"] = data.GetValueOrDefault("loaded_at"),
                ["refused"] = data.GetValueOrDefault("refused"),
            },
            context.RequestAborted);
    }
}
