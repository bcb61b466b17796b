using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modelwright.Core.Errors;
using Modelwright.Hosting.Tests.Data;

namespace Modelwright.Hosting.Tests;

/// <summary>The whole of it in a host, as an app has it.</summary>
public sealed class HostTests
{
    private sealed class TwoModels([FromKeyedServices("small")] HostedPredictor small, [FromKeyedServices("large")] HostedPredictor large)
    {
        public (double?, double?) Ask() => (small.Predict(new { Age = 30, Income = 1 }).Value, large.Predict(new { Age = 30, Income = 1 }).Value);
    }

    /// <summary>A service that asks while the host still starts.</summary>
    private sealed class Early(HostedPredictor model) : IHostedService
    {
        public double? Answer { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken)
        {
            Answer = model.Predict(new { Age = 30, Income = 1 }).Value;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    [Fact]
    public async Task Start_OneModel_IsThereForServicesThatStartBeforeIt()
    {
        using var folder = new TempFolder();
        Packages.Number(2).Write(folder.At("churn.mw"), 1);
        var builder = Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = folder.Path });
        builder.Services.AddHostedService<Early>();
        builder.Services.AddModelwright("churn.mw");
        using var host = builder.Build();

        await host.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, host.Services.GetServices<IHostedService>().OfType<Early>().Single().Answer);
        Assert.Same(host.Services.GetRequiredService<HostedPredictor>(), host.Services.GetRequiredKeyedService<HostedPredictor>(ModelwrightServices.DefaultName));
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Start_TwoModels_AreInjectedByTheirNames()
    {
        using var folder = new TempFolder();
        Packages.Number(2).Write(folder.At("small.mw"), 1);
        Packages.Number(300).Write(folder.At("large.mw"), 1);
        var builder = Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = folder.Path });
        builder.Services.AddModelwright("small", options => options.Path = "small.mw").AddHealthCheck();
        builder.Services.AddModelwright("large", options => options.Path = "large.mw").AddHealthCheck(tags: ["ready"]);
        builder.Services.AddSingleton<TwoModels>();
        using var host = builder.Build();

        await host.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal((2, 300), host.Services.GetRequiredService<TwoModels>().Ask());
        var health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HealthStatus.Healthy, health.Status);
        Assert.Equal(["modelwright_large", "modelwright_small"], health.Entries.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["ready"], health.Entries["modelwright_large"].Tags);
        Assert.Equal("Model 'small' answers.", health.Entries["modelwright_small"].Description);
        Assert.Equal(["loaded_at", "model", "model_id", "path"], health.Entries["modelwright_small"].Data.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Packages.Number(2).ModelId, health.Entries["modelwright_small"].Data["model_id"]);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Start_NoPackage_EndsTheStart()
    {
        using var folder = new TempFolder();
        var builder = Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = folder.Path });
        builder.Services.AddModelwright("churn.mw");
        using var host = builder.Build();

        var error = await Assert.ThrowsAsync<OptionsException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal($"Package '{folder.At("churn.mw")}' of model 'default' was not found. Put it there, or mend ModelwrightOptions.Path; a relative path stands against the content root of the app.", error.Message);
    }

    [Fact(Timeout = 120_000)]
    public async Task Run_ChangedFile_IsTakenAsTimeGoesBy()
    {
        using var folder = new TempFolder();
        var (clock, log) = (new HandClock(), new LogRecorder());
        Packages.Number(2).Write(folder.At("churn.mw"), 1);
        using var host = Build(folder, clock, log, options => options.ReloadDelay = TimeSpan.FromSeconds(10));
        await host.StartAsync(TestContext.Current.CancellationToken);
        var model = host.Services.GetRequiredService<HostedPredictor>();
        var first = model.Current;

        Packages.Number(3).Write(folder.At("churn.mw"), 2);
        while (ReferenceEquals(model.Current, first))
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        Assert.Equal(3, model.Predict(new { Age = 30, Income = 1 }).Value);
        Assert.Contains($"Information: Model 'default' was loaded anew from {folder.At("churn.mw")}: {model.Current.ModelId}", log.Lines);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Run_ReloadOff_LooksNoMore()
    {
        using var folder = new TempFolder();
        var (clock, log) = (new HandClock(), new LogRecorder());
        Packages.Number(2).Write(folder.At("churn.mw"), 1);
        using var host = Build(folder, clock, log, options => options.Reload = false);
        await host.StartAsync(TestContext.Current.CancellationToken);
        var service = host.Services.GetServices<IHostedService>().OfType<BackgroundService>().Single();

        await service.ExecuteTask!;

        Assert.Equal(2, host.Services.GetRequiredService<HostedPredictor>().Predict(new { Age = 30, Income = 1 }).Value);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    private static IHost Build(TempFolder folder, HandClock clock, LogRecorder log, Action<ModelwrightOptions> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = folder.Path });
        builder.Logging.AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddModelwright(options => options.Path = "churn.mw");
        builder.Services.Configure(configure);
        return builder.Build();
    }
}
