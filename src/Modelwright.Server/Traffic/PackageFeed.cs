using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modelwright.Core.Errors;
using Modelwright.Hosting;
using Modelwright.Server.Measuring;

namespace Modelwright.Server.Traffic;

/// <summary>Brings packages that <see cref="Hosting"/> has loaded, and loads again when their files change, to the traffic: each as a version that is the champion at once.</summary>
internal sealed class PackageFeed(ServerOptions options, ServedModels models, IServiceProvider services, ILogger<PackageFeed> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<string, LoadedModel> _seen = [];

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var name in options.Packages.Keys)
        {
            var loaded = _seen[name] = Hosted(name).Current;
            models.Add(name, new("1", loaded.Predictor, loaded.LoadedAt));
            ServerLog.VersionLoaded(logger, name, "1", loaded.ModelId);
        }

        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, options.Time);
        while (options.Reload && await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            foreach (var name in options.Packages.Keys)
            {
                TakeChanged(name);
            }
        }
    }

    private void TakeChanged(string name)
    {
        var loaded = Hosted(name).Current;
        if (ReferenceEquals(loaded, _seen[name]) || !models.TryGet(name, out var model))
        {
            return;
        }

        _seen[name] = loaded;
        try
        {
            var version = FreeName(model);
            model.Take(new(version, loaded.Predictor, loaded.LoadedAt));
            ServerLog.VersionLoaded(logger, name, version, loaded.ModelId);
        }
        catch (OptionsException cause)
        {
            ServerLog.RequestFailed(logger, cause);
        }
    }

    /// <summary>The smallest whole number above all that name versions.</summary>
    internal static string FreeName(ServedModel model) =>
        (model.Versions.Max(version => int.TryParse(version.Version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0) + 1).ToString(CultureInfo.InvariantCulture);

    private HostedPredictor Hosted(string name) => services.GetRequiredKeyedService<HostedPredictor>(name);
}
