using Modelwright.Recording.Runs;
using Modelwright.Runtime.Packaging.Attestations;
using Modelwright.Server.Traffic;
using Modelwright.Stress.Gates;

namespace Modelwright.Server.Registered;

/// <summary>The registry behind a server: which of its models are served, and how changes in it are followed.</summary>
public sealed record RegistryOptions
{
    /// <summary>The store that holds the registry.</summary>
    public required RunStore Store { get; init; }

    /// <summary>What is served, by the name it is served under: references as 'churn@champion', 'churn' (the champion, else the newest) or 'price@2', which stays. May be empty: then the registry has its routes alone.</summary>
    public IReadOnlyDictionary<string, string> Models { get; init; } = new Dictionary<string, string>();

    /// <summary>How often aliases are looked up. Default: 5 seconds; above 0 and at most one day. A change by the routes of this server is taken at once.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The share of the requests that the version with the alias 'challenger' answers, 0 to 1. Default: 0.</summary>
    public double ChallengerShare { get; init; }

    /// <summary>Whether the version with the alias 'challenger' is asked beside the one that answers. Default: false.</summary>
    public bool ShadowsChallenger { get; init; }

    /// <summary>What a version must keep to be promoted by a route or by retraining; null asks that the test in its package says that it passed.</summary>
    public Gate? Gate { get; init; }

    /// <summary>Keys that are trusted: only tests that one of them signed count for a promotion. Empty takes unsigned ones too.</summary>
    public IReadOnlyList<VerifyingKey> Keys { get; init; } = [];

    /// <summary>Whether the alias 'challenger' is looked up at all.</summary>
    internal bool FollowsChallenger => ChallengerShare > 0 || ShadowsChallenger;

    /// <summary>The models that are served as the champion, whichever that is: served name and name in the registry.</summary>
    internal IEnumerable<(string Name, string Registered)> Followed => Models.Select(model => (model.Key, Parts: model.Value.Split('@'))).Where(model => model.Parts is [_] or [_, "champion"]).Select(model => (model.Key, model.Parts[0]));

    /// <summary>All that is wrong, a sentence each.</summary>
    internal IEnumerable<string> Faults()
    {
        foreach (var name in Models.Keys.Where(name => !ServedModels.IsName(name)))
        {
            yield return $"A model cannot be named '{name}'. Use letters, digits, '-', '_' and '.', at most 100 and no '.' first; it stands in addresses.";
        }

        if (Poll <= TimeSpan.Zero || Poll > TimeSpan.FromDays(1))
        {
            yield return FormattableString.Invariant($"RegistryOptions.Poll must be above 0 and at most one day. Got {Poll:c}. Leave it out for 5 seconds.");
        }

        if (!(ChallengerShare >= 0 && ChallengerShare <= 1))
        {
            yield return FormattableString.Invariant($"RegistryOptions.ChallengerShare must be 0 to 1. Got {ChallengerShare}. Give 0.1 for one request in ten.");
        }
    }
}
