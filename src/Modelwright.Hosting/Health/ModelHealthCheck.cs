using Microsoft.Extensions.Diagnostics.HealthChecks;
using Modelwright.Hosting.Reloading;

namespace Modelwright.Hosting.Health;

/// <summary>Says whether a model answers and is the one its file holds. Only looks, so it costs nothing.</summary>
/// <param name="model">The model.</param>
internal sealed class ModelHealthCheck(HostedPredictor model) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var data = new Dictionary<string, object> { ["model"] = model.Name, ["path"] = model.Path };
        var refused = model.Refused;
        if (refused is not null)
        {
            data["refused"] = refused.Reason.Word();
            data["refused_at"] = refused.At;
        }

        if (!model.IsLoaded)
        {
            var why = refused?.Error.Message ?? "the host has not started.";
            return Task.FromResult(new HealthCheckResult(context.Registration.FailureStatus, $"Model '{model.Name}' is not loaded: {why}", data: data));
        }

        var current = model.Current;
        data["model_id"] = current.ModelId;
        data["loaded_at"] = current.LoadedAt;
        return Task.FromResult(refused is null
            ? HealthCheckResult.Healthy($"Model '{model.Name}' answers.", data)
            : HealthCheckResult.Degraded($"Model '{model.Name}' goes on as it was loaded; its package was refused: {refused.Error.Message}", data: data));
    }
}
