using Microsoft.Extensions.Logging;
using Modelwright.Core.Errors;
using Modelwright.Hosting.Measuring;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Hosting.Reloading;

/// <summary>
/// Loads the package of one model, and loads it again when its file has changed and stands still. It looks at the file
/// instead of waiting to be told: on mounted volumes and network shares nobody tells. Used by one thread at a time.
/// </summary>
/// <param name="model">Gets what was loaded.</param>
/// <param name="options">Checked options.</param>
/// <param name="measures">Counts what becomes of changed packages.</param>
/// <param name="logger">Is told the same.</param>
/// <param name="clock">Says when.</param>
internal sealed class PackageWatch(HostedPredictor model, ModelwrightOptions options, PredictionMeasures measures, ILogger logger, TimeProvider clock)
{
    /// <summary>The stamp of the file when it was last taken or refused; null where it was not there.</summary>
    private PackageStamp? _decided;

    /// <summary>The stamp at the last look.</summary>
    private PackageStamp? _seen;

    /// <summary>Loads the package for the first time.</summary>
    /// <exception cref="OptionsException">It is required and not there, or cannot be opened.</exception>
    /// <exception cref="ArtifactException">It is required and damaged, hostile or newer, or answers its check rows differently.</exception>
    internal void Start()
    {
        var refused = Load();
        _seen = _decided;
        if (refused is null)
        {
            ReloadLog.Loaded(logger, model.Name, model.Path, model.Current.ModelId);
            return;
        }

        if (options.RequiredAtStart)
        {
            throw refused.Error;
        }

        Tell(refused);
    }

    /// <summary>Looks at the file once, and loads it where it is another than the one decided on and the same as at the last look.</summary>
    internal void Look()
    {
        var now = PackageStamp.Of(model.Path);
        var isQuiet = now == _seen;
        _seen = now;
        if (!isQuiet || now == _decided)
        {
            return;
        }

        if (Load() is { } refused)
        {
            Refuse(refused);
            return;
        }

        measures.Reloaded(model.Current);
        ReloadLog.Reloaded(logger, model.Name, model.Path, model.Current.ModelId);
    }

    /// <summary>Takes the file, or says why not. Nothing that is wrong with a file may end the app, so every error is an answer.</summary>
    private RefusedPackage? Load()
    {
        _decided = null;
        try
        {
            var next = Read();
            if (Changes(next) is { Count: > 0 } changes)
            {
                next.Dispose();
                return Refused(RefusalReason.Schema, new OptionsException(string.Join('\n', [$"Package '{model.Path}' does not go with model '{model.Name}' as it is loaded.", .. changes, "Put a package of the same columns and classes there, or set ModelwrightOptions.AllowOtherSchema where the app is ready for this one."])));
            }

            model.Take(new(model.Name, next, clock.GetUtcNow()));
            return null;
        }
        catch (ArtifactException cause)
        {
            return Refused(RefusalReason.Damaged, new ArtifactException($"{model.Path}: {cause.Message}", cause));
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            return Refused(RefusalReason.Missing, new OptionsException($"Package '{model.Path}' of model '{model.Name}' was not found. Put it there, or mend ModelwrightOptions.Path; a relative path stands against the content root of the app.", cause));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // What hinders may go without a trace in the file, so it is tried again at the next look.
            _decided = PackageStamp.Unreadable;
            return Refused(RefusalReason.Unreadable, new OptionsException($"Package '{model.Path}' of model '{model.Name}' cannot be read: {cause.Message} See that it is a file and that this program may read it.", cause));
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            return Refused(RefusalReason.Unreadable, new ArtifactException($"{model.Path}: the package of model '{model.Name}' cannot be loaded: {cause.Message} See that there is memory for a second model, or set ModelwrightOptions.Reload to false.", cause));
        }
    }

    private Predictor Read()
    {
        using var file = PackageStamp.Open(model.Path);
        _decided = PackageStamp.Of(file);
        using var stream = new FileStream(file, FileAccess.Read);
        return Predictor.Load(stream, options.Limits);
    }

    private IReadOnlyList<string> Changes(Predictor next) => model.IsLoaded && !options.AllowOtherSchema
        ? SchemaChange.Of(model.Current.Predictor.Package.Model, next.Package.Model)
        : [];

    private RefusedPackage Refused(RefusalReason reason, ModelwrightException error) => new(reason, error, clock.GetUtcNow());

    private void Refuse(RefusedPackage refused)
    {
        // What is tried again at each look is told once.
        if (refused.Reason == RefusalReason.Unreadable && model.Refused?.Reason == RefusalReason.Unreadable)
        {
            return;
        }

        measures.Refused(model.Name, model.IsLoaded ? model.Current : null, refused.Reason);
        Tell(refused);
    }

    private void Tell(RefusedPackage refused)
    {
        model.Refuse(refused);
        if (model.IsLoaded)
        {
            ReloadLog.Refused(logger, model.Name, refused.Reason.Word(), refused.Error.Message);
        }
        else
        {
            ReloadLog.NotLoaded(logger, model.Name, refused.Reason.Word(), refused.Error.Message);
        }
    }
}
