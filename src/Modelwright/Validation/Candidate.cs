using Modelwright.Core.Learning;
using Modelwright.Features;

namespace Modelwright.Validation;

/// <summary>One learner with one setting, as it is to be fitted on every split of a partition.</summary>
/// <param name="Learner">The learner.</param>
/// <param name="Values">Its setting.</param>
/// <param name="Seed">Chance inside the fits.</param>
/// <param name="PartitionSeed">Chance of the partition into folds; another seed gives other folds.</param>
internal sealed record Candidate(ILearner Learner, ParameterValues Values, int Seed, int PartitionSeed)
{
    /// <summary>The way its features are made.</summary>
    public FeatureVariant Features { get; init; } = FeatureVariant.Standard;

    /// <summary>A setting of its own for each split, when a plan is repeated; null means <see cref="Values"/> for all.</summary>
    public IReadOnlyList<ParameterValues>? SplitValues { get; init; }

    /// <summary>The setting of one split.</summary>
    public ParameterValues ValuesFor(int split) => SplitValues is null ? Values : SplitValues[Math.Min(split, SplitValues.Count - 1)];

    /// <summary>The setting as a person reads it, with the way features are made where it is not the usual one.</summary>
    public string Setting => Features == FeatureVariant.Standard
        ? Values.ToString()
        : string.Join(", ", new[] { $"features={Features.Name}", Values.ToString() }.Where(text => text.Length > 0));

    /// <summary>A text that is the same for the same candidate.</summary>
    public string Key => $"{Learner.Info.Name}({Values})#{Seed}/{PartitionSeed}:{Features.Name}";
}
