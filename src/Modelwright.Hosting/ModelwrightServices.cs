using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Modelwright.Core.Errors;
using Modelwright.Hosting.Measuring;
using Modelwright.Hosting.Reloading;

namespace Modelwright.Hosting;

/// <summary>Packages as services of an app: a web app or a worker.</summary>
/// <example><code>
/// builder.Services.AddModelwright("churn.mw").AddHealthCheck();
/// app.MapPost("/predict", (JsonElement row, HostedPredictor model) => model.Predict(row).Label);
/// </code></example>
public static class ModelwrightServices
{
    /// <summary>The name of the model that is added without one; it is injected without a key too.</summary>
    public const string DefaultName = "default";

    /// <summary>The meter of all instruments, to be named where an app collects metrics.</summary>
    public const string MeterName = "Modelwright";

    private const string LogCategory = "Modelwright.Hosting";

    /// <summary>Adds the only model of an app; <see cref="HostedPredictor"/> is then injected as it is.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="path">The package; see <see cref="ModelwrightOptions.Path"/>.</param>
    /// <returns>What may follow, such as a health check.</returns>
    /// <exception cref="OptionsException">Such a model is added already.</exception>
    public static ModelwrightBuilder AddModelwright(this IServiceCollection services, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return services.AddModelwright(DefaultName, options => options.Path = path);
    }

    /// <summary>Adds the only model of an app; <see cref="HostedPredictor"/> is then injected as it is.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="configure">Fills the options, which are checked when the app starts.</param>
    /// <returns>What may follow, such as a health check.</returns>
    /// <exception cref="OptionsException">Such a model is added already.</exception>
    public static ModelwrightBuilder AddModelwright(this IServiceCollection services, Action<ModelwrightOptions> configure) =>
        services.AddModelwright(DefaultName, configure);

    /// <summary>Adds one of several models; <see cref="HostedPredictor"/> is then injected with the name as its key: <c>[FromKeyedServices("churn")]</c>.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="name">The name of the model; case matters. It stands in metrics, health checks and logs.</param>
    /// <param name="configure">Fills the options, which are checked when the app starts.</param>
    /// <returns>What may follow, such as a health check.</returns>
    /// <exception cref="OptionsException">A model of that name is added already.</exception>
    public static ModelwrightBuilder AddModelwright(this IServiceCollection services, string name, Action<ModelwrightOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(configure);
        if (services.Any(service => service.IsKeyedService && service.ServiceType == typeof(HostedPredictor) && name.Equals(service.ServiceKey)))
        {
            throw new OptionsException($"A model named '{name}' is added already. Add each model once, and give each a name of its own: AddModelwright(\"churn\", options => …).");
        }

        services.AddOptions<ModelwrightOptions>(OptionsName(name)).Configure(configure).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ModelwrightOptions>>(new OptionsCheck(name, OptionsName(name)));
        services.TryAddSingleton<PredictionMeasures>();
        services.AddKeyedSingleton(name, (provider, _) => Predictor(provider, name));
        services.AddSingleton<IHostedService>(provider => Service(provider, name));
        if (name == DefaultName)
        {
            services.AddSingleton(provider => provider.GetRequiredKeyedService<HostedPredictor>(DefaultName));
        }

        return new(services, name);
    }

    /// <summary>The name of a model's options: the model without a name has the options without a name, so that Configure without one reaches them.</summary>
    private static string OptionsName(string name) => name == DefaultName ? Options.DefaultName : name;

    private static ModelwrightOptions OptionsOf(IServiceProvider provider, string name) =>
        provider.GetRequiredService<IOptionsMonitor<ModelwrightOptions>>().Get(OptionsName(name));

    private static TimeProvider Clock(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;

    private static HostedPredictor Predictor(IServiceProvider provider, string name)
    {
        var root = provider.GetService<IHostEnvironment>()?.ContentRootPath ?? "";
        var path = Path.GetFullPath(Path.Combine(root, OptionsOf(provider, name).Path));
        return new(name, path, provider.GetRequiredService<PredictionMeasures>(), Clock(provider));
    }

    private static PackageService Service(IServiceProvider provider, string name)
    {
        var (options, clock) = (OptionsOf(provider, name), Clock(provider));
        var logger = (provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger(LogCategory);
        var measures = provider.GetRequiredService<PredictionMeasures>();
        return new(new(provider.GetRequiredKeyedService<HostedPredictor>(name), options, measures, logger, clock), options, clock);
    }
}
