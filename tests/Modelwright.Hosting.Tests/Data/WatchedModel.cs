using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Modelwright.Hosting.Health;
using Modelwright.Hosting.Measuring;
using Modelwright.Hosting.Reloading;

namespace Modelwright.Hosting.Tests.Data;

/// <summary>A model and the watch of its package without a host, so that a test says when the file is looked at.</summary>
internal sealed class WatchedModel : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly PredictionMeasures _measures;

    internal WatchedModel(Action<ModelwrightOptions>? configure = null)
    {
        var options = new ModelwrightOptions();
        configure?.Invoke(options);
        var meters = _services.GetRequiredService<IMeterFactory>();
        Measured = new(meters);
        _measures = new(meters);
        Model = new("churn", Path, _measures, Clock);
        Watch = new(Model, options, _measures, Log, Clock);
    }

    internal string Path => _folder.At("churn.mw");

    internal HandClock Clock { get; } = new();

    internal LogRecorder Log { get; } = new();

    internal MeterRecorder Measured { get; }

    internal HostedPredictor Model { get; }

    internal PackageWatch Watch { get; }

    /// <summary>What the model answers to an income of 1.</summary>
    internal double? Factor => Model.Predict(new { Age = 30, Income = 1 }).Value;

    internal async Task<HealthCheckResult> HealthAsync()
    {
        var check = new ModelHealthCheck(Model);
        return await check.CheckHealthAsync(new() { Registration = new("model", check, failureStatus: null, tags: null) }, TestContext.Current.CancellationToken);
    }

    internal void LookTwice()
    {
        Watch.Look();
        Watch.Look();
    }

    public void Dispose()
    {
        Measured.Dispose();
        _measures.Dispose();
        _services.Dispose();
        _folder.Dispose();
    }
}
