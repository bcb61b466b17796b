using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Modelwright.Hosting.Health;

namespace Modelwright.Hosting;

/// <summary>A model that was added to an app, and what may be added to it.</summary>
public sealed class ModelwrightBuilder
{
    internal ModelwrightBuilder(IServiceCollection services, string name)
    {
        Services = services;
        Name = name;
    }

    /// <summary>The services of the app, to go on with other than this model.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The name of the model, its key among the services.</summary>
    public string Name { get; }

    /// <summary>
    /// Adds a health check of the model: healthy while it answers and its file is the one it was loaded from; degraded while a
    /// changed file is refused or gone; unhealthy where no model is loaded.
    /// </summary>
    /// <param name="name">The name of the check; null means 'modelwright', or 'modelwright_NAME' for a model with a name.</param>
    /// <param name="failureStatus">What is answered where no model is loaded; null means unhealthy.</param>
    /// <param name="tags">Tags to choose checks by, such as 'ready'; null means none.</param>
    /// <returns>The same.</returns>
    public ModelwrightBuilder AddHealthCheck(string? name = null, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        var check = name ?? (Name == ModelwrightServices.DefaultName ? "modelwright" : $"modelwright_{Name}");
        Services.AddHealthChecks().Add(new(check, provider => new ModelHealthCheck(provider.GetRequiredKeyedService<HostedPredictor>(Name)), failureStatus, tags));
        return this;
    }
}
