using System.Globalization;
using Modelwright.Core.Errors;
using Modelwright.Registry;
using Modelwright.Runtime.Prediction;
using Modelwright.Server.Traffic;
using RegisteredVersion = Modelwright.Registry.ModelVersion;
using ServedVersion = Modelwright.Server.Traffic.ModelVersion;

namespace Modelwright.Server.Registered;

/// <summary>One model of the registry that is served: what its aliases pointed at when they were looked up last. Used by one thread at a time.</summary>
/// <param name="name">The name it is served under.</param>
/// <param name="reference">What is served, as the registry names it.</param>
/// <param name="options">How challengers are taken.</param>
/// <param name="time">The clock.</param>
internal sealed class FollowedModel(string name, string reference, RegistryOptions options, TimeProvider time)
{
    private int? _champion;
    private int? _challenger;

    internal string Name => name;

    /// <summary>The name of the model in the registry.</summary>
    internal string RegisteredName => reference.Split('@')[0];

    /// <summary>Whether what is served may change: not where a number is named.</summary>
    internal bool IsFixed => reference.IndexOf('@', StringComparison.Ordinal) is var at and > 0 && char.IsAsciiDigit(reference[at + 1]);

    /// <summary>What was wrong at the last look; null for nothing.</summary>
    internal string? Fault { get; set; }

    /// <summary>Looks the champion up, and serves it where it is another than before.</summary>
    /// <param name="registry">The registry.</param>
    /// <param name="models">Gets the version.</param>
    /// <param name="cancellation">Ends the loading.</param>
    /// <returns>The version that answers now where that has changed; else null.</returns>
    /// <exception cref="OptionsException">The registry cannot be read, or knows no such version.</exception>
    /// <exception cref="ArtifactException">The package is not the one that was registered, or cannot be used.</exception>
    internal ServedVersion? Look(ModelRegistry registry, ServedModels models, CancellationToken cancellation)
    {
        var champion = registry.Resolve(reference);
        if (_champion == champion.Version)
        {
            return null;
        }

        models.TryGet(name, out var model);
        var version = Load(registry, model, champion, cancellation);
        model ??= models.Add(name, version);
        Serve(model, version, Promoted(model.Split, version.Version));
        _champion = champion.Version;
        return version;
    }

    /// <summary>Looks the challenger up, where the options give it a part, and routes to it where it is another than before. A fault here leaves the champion as it is.</summary>
    /// <returns>The challenger where that has changed; else null.</returns>
    /// <exception cref="OptionsException">The registry cannot be read.</exception>
    /// <exception cref="ArtifactException">The package is not the one that was registered, or cannot be used.</exception>
    internal ServedVersion? LookAtChallenger(ModelRegistry registry, ServedModels models, CancellationToken cancellation)
    {
        if (!options.FollowsChallenger || IsFixed || !models.TryGet(name, out var model))
        {
            return null;
        }

        var challenger = Challenger(registry);
        if (challenger?.Version == _challenger)
        {
            return null;
        }

        var version = challenger is null ? null : Load(registry, model, challenger, cancellation);
        var split = new TrafficSplit(model.Split.Champion)
        {
            Challenger = options.ChallengerShare > 0 ? version?.Version : null,
            ChallengerShare = version is null ? 0 : options.ChallengerShare,
            Shadow = options.ShadowsChallenger ? version?.Version : null,
        };
        Serve(model, version, split);
        _challenger = challenger?.Version;
        return version;
    }

    private RegisteredVersion? Challenger(ModelRegistry registry)
    {
        var model = registry.Get(RegisteredName);
        return model.Aliases.TryGetValue(ModelRegistry.Challenger, out var number) && number != _champion
            ? model.Versions.FirstOrDefault(version => version.Version == number)
            : null;
    }

    // A version that becomes champion is no challenger any more; all else that was routed stays.
    private TrafficSplit Promoted(TrafficSplit before, string champion)
    {
        var (isChallenger, isShadow) = (before.Challenger == champion, before.Shadow == champion);
        _challenger = isChallenger || isShadow ? null : _challenger;
        return before with
        {
            Champion = champion,
            Challenger = isChallenger ? null : before.Challenger,
            ChallengerShare = isChallenger ? 0 : before.ChallengerShare,
            Shadow = isShadow ? null : before.Shadow,
        };
    }

    private ServedVersion Load(ModelRegistry registry, ServedModel? model, RegisteredVersion version, CancellationToken cancellation)
    {
        // A manager may have loaded another package under the number.
        var number = version.Version.ToString(CultureInfo.InvariantCulture);
        foreach (var free in new[] { number, $"registry-{number}" })
        {
            if (model?.State.Find(free) is not { } there)
            {
                var package = registry.LoadPackage(FormattableString.Invariant($"{version.Model}@{version.Version}"), cancellation);
#pragma warning disable CA2000 // the version holds it, and requests that began with it may end when they like
                return new(free, new Predictor(package), time.GetUtcNow());
#pragma warning restore CA2000
            }

            if (there.ModelId == version.ModelId)
            {
                return there;
            }
        }

        throw new OptionsException($"Other packages are loaded as versions '{number}' and 'registry-{number}' of model '{name}'. Let one of them go.");
    }

    private static void Serve(ServedModel model, ServedVersion? version, TrafficSplit split)
    {
        if (version is not null && !model.Versions.Contains(version))
        {
            model.Add(version);
        }

        if (split != model.Split)
        {
            model.Route(split);
        }
    }
}
