using Modelwright.Core.Learning;
using Modelwright.Features;
using Modelwright.Validation;

namespace Modelwright.Search;

/// <summary>What is still to be tried of one learner.</summary>
internal sealed class LearnerQueue(ILearner learner, IReadOnlyList<ParameterValues> recommended, IReadOnlyList<FeatureVariant> variants, int seed, bool mayRepeat)
{
    private const int MostChanges = 200;

    /// <summary>Settings that are tried before other ways to make the features are.</summary>
    private const int SettingsBeforeVariants = 2;

    private int _next;
    private int _repeats;
    private int _variants = 1;

    /// <summary>The learner.</summary>
    public ILearner Learner => learner;

    /// <summary>Its recommendations, best first.</summary>
    public IReadOnlyList<ParameterValues> Recommended => recommended;

    /// <summary>Candidates handed out.</summary>
    public int Given { get; private set; }

    /// <summary>Whether it was taken out.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Whether anything is left.</summary>
    public bool HasNext => _next < recommended.Count || (!learner.Info.IsBaseline && learner.Parameters.Count > 0 && Given < MostChanges);

    /// <summary>The next candidate of this learner.</summary>
    public Candidate Take(IReadOnlyList<Trial> trials, int chance)
    {
        Given++;
        var best = trials.FirstOrDefault(trial => trial.Candidate.Learner == learner)?.Candidate;
        if (mayRepeat && best is not null && learner.Info.IsRandom && _next >= 3 && Given % 3 == 0)
        {
            _repeats++;
            return best with { Seed = Seeds.Mix(seed, 1000 + _repeats), PartitionSeed = Seeds.Mix(seed, 2000 + _repeats) };
        }

        if (best is not null && _next >= SettingsBeforeVariants && _variants < variants.Count)
        {
            return best with { Features = variants[_variants++] };
        }

        var values = _next < recommended.Count ? recommended[_next++] : ParameterChange.Near(best?.Values ?? recommended[0], learner.Parameters, chance);
        return new(learner, values, Seeds.Mix(seed, Given), seed) { Features = best?.Features ?? variants[0] };
    }
}
