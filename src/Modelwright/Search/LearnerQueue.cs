using Modelwright.Core.Learning;
using Modelwright.Features;
using Modelwright.Search.Order;
using Modelwright.Validation;

namespace Modelwright.Search;

/// <summary>What is still to be tried of one learner.</summary>
internal sealed class LearnerQueue(ILearner learner, IReadOnlyList<ParameterValues> recommended, IReadOnlyList<FeatureVariant> variants, int seed, bool mayRepeat)
{
    private const int MostChanges = 200;

    /// <summary>Settings that are tried before other ways to make the features are.</summary>
    private const int SettingsBeforeVariants = 2;

    /// <summary>Changes that are drawn for one that is new; a learner of few parameters may have none left.</summary>
    private const int MostDraws = 20;

    private readonly HashSet<(string Values, string Features)> _handedOut = [];
    private int _next;
    private int _repeats;
    private readonly List<FeatureVariant> _variants = [.. variants.Skip(1)];
    private bool _isVariantNext = true;

    /// <summary>Whether it is tried once, as evidence: its models may not be shipped.</summary>
    public bool IsEvidenceOnly { get; init; }

    /// <summary>The learner.</summary>
    public ILearner Learner => learner;

    /// <summary>Its recommendations, best first.</summary>
    public IReadOnlyList<ParameterValues> Recommended => recommended;

    /// <summary>Candidates handed out.</summary>
    public int Given { get; private set; }

    /// <summary>Whether it was taken out.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Whether anything may be left.</summary>
    public bool HasNext => !IsEvidenceOnly && HasMore;

    private bool HasMore => _next < recommended.Count || (!learner.Info.IsBaseline && learner.Parameters.Count > 0 && Given < MostChanges);

    /// <summary>The next candidate of this learner; null where no change of its best setting gives one that was not handed out.</summary>
    public Candidate? Take(IReadOnlyList<Trial> trials, int chance)
    {
        var best = trials.FirstOrDefault(trial => trial.Candidate.Learner == learner)?.Candidate;
        var candidate = Repeat(best) ?? Variant(best, trials) ?? Recommendation(best) ?? Change(best, chance);
        Given++;
        if (candidate is not null)
        {
            _handedOut.Add(SettingOf(candidate));
        }

        return candidate;
    }

    private Candidate? Repeat(Candidate? best)
    {
        if (!mayRepeat || best is null || !learner.Info.IsRandom || _next < 3 || (Given + 1) % 3 != 0)
        {
            return null;
        }

        _repeats++;
        return best with { Seed = Seeds.Mix(seed, 1000 + _repeats), PartitionSeed = Seeds.Mix(seed, 2000 + _repeats) };
    }

    /// <summary>Ways to make features and settings take turns, so that neither uses up a small budget.</summary>
    private Candidate? Variant(Candidate? best, IReadOnlyList<Trial> trials)
    {
        if (best is null || _next < SettingsBeforeVariants || _variants.Count == 0)
        {
            return null;
        }

        var isNext = _isVariantNext || _next >= recommended.Count;
        _isVariantNext = !isNext;
        if (!isNext)
        {
            return null;
        }

        var variant = VariantOrder.Next(_variants, trials);
        _variants.Remove(variant);
        return best with { Features = variant };
    }

    private Candidate? Recommendation(Candidate? best) => _next < recommended.Count ? New(recommended[_next++], best) : null;

    private Candidate? Change(Candidate? best, int chance)
    {
        for (var draw = 0; draw < MostDraws; draw++)
        {
            var values = ParameterChange.Near(best?.Values ?? recommended[0], learner.Parameters, Seeds.Mix(chance, draw));
            var candidate = New(values, best);
            if (!_handedOut.Contains(SettingOf(candidate)))
            {
                return candidate;
            }
        }

        return null;
    }

    private static (string Values, string Features) SettingOf(Candidate candidate) => (candidate.Values.ToString(), candidate.Features.Name);

    private Candidate New(ParameterValues values, Candidate? best)
    {
        var features = best?.Features ?? variants[0];
        return new(learner, values, Seeds.Mix(seed, Given + 1), seed) { Features = features };
    }
}
