using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modelwright.Core.Errors;
using Modelwright.Hosting;
using Modelwright.Registry;
using Modelwright.Server.Answers;
using Modelwright.Server.Documents;
using Modelwright.Server.Http;
using Modelwright.Server.Inference;
using Modelwright.Server.Managing;
using Modelwright.Server.Measuring;
using Modelwright.Server.Pages;
using Modelwright.Server.Plain;
using Modelwright.Server.Registered;
using Modelwright.Server.Retraining;
using Modelwright.Server.Security;
using Modelwright.Server.Traffic;
using Modelwright.Server.Watching;
using Quartz;

namespace Modelwright.Server;

/// <summary>Packages behind HTTP: plain JSON, the Open Inference Protocol v2, batches, labels, traffic between versions, metrics.</summary>
/// <example><code>
/// await using var app = ModelServer.Build(new() { Packages = new Dictionary&lt;string, string&gt; { ["churn"] = "churn.mw" } });
/// await app.RunAsync();
/// </code></example>
public static class ModelServer
{
    private const long DrainedBytes = 1 << 20;
    private static readonly TimeSpan BodyGrace = TimeSpan.FromSeconds(5);

    /// <summary>Makes a server that is not started yet. Its services hold <see cref="ServedModels"/>, by which a host moves traffic from C#.</summary>
    /// <param name="options">What is served, where, and to whom.</param>
    /// <param name="configure">Adds to the host before it is built, such as a log; null for nothing.</param>
    /// <returns>The app: start it, run it, or add routes of one's own, which need a key like all others.</returns>
    /// <exception cref="OptionsException">An option is wrong, or a file of keys cannot be read; the text lists all.</exception>
    public static WebApplication Build(ServerOptions options, Action<WebApplicationBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => Configure(kestrel, options));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.DrainDelay + options.DrainTime);
        AddServices(builder, options);
        configure?.Invoke(builder);
        var app = builder.Build();
        try
        {
            Map(app);
            return app;
        }
        catch
        {
            ((IDisposable)app).Dispose();
            throw;
        }
    }

    private static void Configure(KestrelServerOptions kestrel, ServerOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.AllowSynchronousIO = false;
        // Routes hold bodies to their limits. What is somewhat longer is still read to its end, since a caller whose connection is
        // ended while it sends may never see why; far longer ones end the connection.
        kestrel.Limits.MaxRequestBodySize = (options.Limits.BodyBytes * 2) + DrainedBytes;
        kestrel.Limits.RequestHeadersTimeout = options.Limits.HeaderTime;
        kestrel.Limits.MinRequestBodyDataRate = new(options.Limits.BodyBytesPerSecond, BodyGrace);
        kestrel.Listen(options.Address, options.Port);
    }

    private static void AddServices(WebApplicationBuilder builder, ServerOptions options)
    {
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning);
        builder.Services.AddSingleton(options).AddSingleton(options.Time);
        builder.Services.AddSingleton(new ServedModels(options.Limits.Versions));
        foreach (var (name, path) in options.Packages)
        {
            builder.Services.AddModelwright(name, package => (package.Path, package.Reload) = (Path.GetFullPath(path), options.Reload));
        }

        builder.Services.AddHostedService<PackageFeed>();
        AddRegistry(builder.Services, options);
        AddMonitoring(builder.Services, options);
        AddRetraining(builder.Services, options);
        builder.Services.AddSingleton<ServerMeasures>().AddSingleton<Doorkeeper>().AddSingleton<Gate>().AddSingleton<Answering>();
        builder.Services.AddSingleton<ShadowQueue>().AddHostedService(services => services.GetRequiredService<ShadowQueue>());
        builder.Services.AddSingleton<Drain>().AddHostedService(services => services.GetRequiredService<Drain>());
        builder.Services.AddSingleton<PredictRoute>().AddSingleton<BatchRoute>().AddSingleton<LabelRoute>().AddSingleton<ModelRoutes>();
        builder.Services.AddSingleton<InferenceRoutes>().AddSingleton<ManageRoutes>().AddSingleton<RegistryRoutes>().AddSingleton<DocumentRoutes>();
        PageRoutes.Add(builder.Services, options);
        Telemetry.Add(builder.Services, options);
    }

    private static void AddRegistry(IServiceCollection services, ServerOptions options)
    {
        if (options.Registry is { } registry)
        {
            services.AddSingleton(new ModelRegistry(registry.Store, options.Time));
            services.AddSingleton<RegistryFeed>().AddHostedService(provider => provider.GetRequiredService<RegistryFeed>());
        }
    }

    private static void AddMonitoring(IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(new MonitoredModels()).AddSingleton<MonitorRoute>();
        if (options.Monitoring is not null)
        {
            services.AddSingleton<WatchMeasures>().AddSingleton<WatchVoice>().AddSingleton<AlertQueue>().AddHostedService(provider => provider.GetRequiredService<AlertQueue>());
            services.AddHostedService<WatchService>();
        }
    }

    private static void AddRetraining(IServiceCollection services, ServerOptions options)
    {
        var told = options.Retraining;
        services.AddSingleton(new RetrainingJobs(told is null ? [] : options.Registry!.Followed.Select(model => new RetrainingJob(model.Name, model.Registered)))).AddSingleton<RetrainRoutes>();
        if (told is null)
        {
            return;
        }

        services.AddSingleton<RetrainingWork>().AddSingleton<PromotionWatch>();
        services.AddSingleton<RetrainingService>().AddHostedService(provider => provider.GetRequiredService<RetrainingService>());
        if (told.Policy.Schedule is { } schedule)
        {
            services.AddQuartz(quartz => quartz.UseTimeProvider(options.Time).ScheduleJob<ScheduleStrike>(trigger => trigger.WithCronSchedule(schedule, cron => cron.InTimeZone(TimeZoneInfo.Utc))));
            services.AddQuartzHostedService();
        }
    }

    private static void Map(WebApplication app)
    {
        var gate = app.Services.GetRequiredService<Gate>();
        app.UseRouting();
        app.Use(next => context => gate.PassAsync(context, next));
#pragma warning disable ASP0014 // the gate must stand between routing and the routes
        app.UseEndpoints(routes =>
        {
            HealthRoutes.Map(routes, app.Services.GetRequiredService<Drain>());
            app.Services.GetRequiredService<PredictRoute>().Map(routes);
            app.Services.GetRequiredService<BatchRoute>().Map(routes);
            app.Services.GetRequiredService<LabelRoute>().Map(routes);
            app.Services.GetRequiredService<ModelRoutes>().Map(routes);
            app.Services.GetRequiredService<MonitorRoute>().Map(routes);
            app.Services.GetRequiredService<InferenceRoutes>().Map(routes);
            app.Services.GetRequiredService<ManageRoutes>().Map(routes);
            app.Services.GetRequiredService<RetrainRoutes>().Map(routes);
            app.Services.GetRequiredService<RegistryRoutes>().Map(routes);
            app.Services.GetRequiredService<DocumentRoutes>().Map(routes);
            app.Services.GetService<PageRoutes>()?.Map(routes);
            Telemetry.Map(routes);
        });
#pragma warning restore ASP0014
    }
}
