using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modelwright.Core.Errors;
using Modelwright.Registry;
using Modelwright.Server.Measuring;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Registered;

/// <summary>
/// Serves models of the registry and follows their aliases: a promotion or a rollback there becomes a swap here. Where the registry cannot be
/// read, or a package is damaged, what is served goes on being served, and the log says why, once.
/// </summary>
internal sealed class RegistryFeed(ServerOptions options, ServedModels models, ModelRegistry registry, ServerMeasures measures, ILogger<RegistryFeed> logger) : BackgroundService
{
    private readonly SemaphoreSlim _looking = new(1, 1);
    private readonly FollowedModel[] _followed = [.. options.Registry!.Models.Select(model => new FollowedModel(model.Key, model.Value, options.Registry!, options.Time))];

    /// <summary>What is followed.</summary>
    internal IReadOnlyList<FollowedModel> Followed => _followed;

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var model in _followed)
        {
            var version = model.Look(registry, models, cancellationToken)!;
            ServerLog.VersionLoaded(logger, model.Name, version.Version, version.ModelId);
            LookAtChallenger(model, cancellationToken);
        }

        return base.StartAsync(cancellationToken);
    }

    /// <summary>Looks all models up now, and ends once what is new is served.</summary>
    internal async Task LookAsync(CancellationToken cancellation)
    {
        await _looking.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            foreach (var model in _followed)
            {
                Look(model, cancellation);
            }
        }
        finally
        {
            _looking.Release();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _looking.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Registry!.Poll, options.Time);
        while (_followed.Length > 0 && await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            await LookAsync(stoppingToken).ConfigureAwait(false);
        }
    }

    private void Look(FollowedModel model, CancellationToken cancellation)
    {
#pragma warning disable CA1031 // nothing that is wrong with the registry may end the server, and it is told
        try
        {
            if (model.Look(registry, models, cancellation) is { } champion)
            {
                ServerLog.VersionLoaded(logger, model.Name, champion.Version, champion.ModelId);
                measures.Swapped(model.Name, champion.Version);
            }

            LookAtChallenger(model, cancellation);
            if (model.Fault is not null)
            {
                model.Fault = null;
                ServerLog.RegistryBack(logger, model.Name);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Tell(model, fault);
        }
#pragma warning restore CA1031
    }

    private void LookAtChallenger(FollowedModel model, CancellationToken cancellation)
    {
        if (model.LookAtChallenger(registry, models, cancellation) is { } challenger)
        {
            ServerLog.VersionLoaded(logger, model.Name, challenger.Version, challenger.ModelId);
        }
    }

    // What stays wrong is told once, and counted each time.
    private void Tell(FollowedModel model, Exception fault)
    {
        measures.RegistryFailed(model.Name);
        if (model.Fault == fault.Message)
        {
            return;
        }

        model.Fault = fault.Message;
        if (fault is ModelwrightException)
        {
            ServerLog.RegistryFailed(logger, model.Name, fault.Message);
        }
        else
        {
            ServerLog.RegistryBroken(logger, model.Name, fault);
        }
    }
}
