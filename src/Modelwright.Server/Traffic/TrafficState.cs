using System.Collections.Immutable;
using Modelwright.Core.Errors;

namespace Modelwright.Server.Traffic;

/// <summary>All that is true of one served model at one time; a change makes another, so a request sees one state from start to end.</summary>
/// <param name="Versions">The versions that are loaded, oldest first.</param>
/// <param name="Split">Which of them answer.</param>
/// <param name="Champion">The version of the split.</param>
/// <param name="Challenger">The version of the split.</param>
/// <param name="Shadow">The version of the split.</param>
/// <param name="Before">The split before; null where there was none.</param>
internal sealed record TrafficState(ImmutableArray<ModelVersion> Versions, TrafficSplit Split, ModelVersion Champion, ModelVersion? Challenger, ModelVersion? Shadow, TrafficSplit? Before)
{
    internal static TrafficState Of(ModelVersion first) => new([first], new(first.Version), first, null, null, null);

    internal ModelVersion? Find(string version)
    {
        foreach (var one in Versions)
        {
            if (one.Version == version)
            {
                return one;
            }
        }

        return null;
    }

    /// <summary>Another state, in which the versions answer so.</summary>
    /// <exception cref="OptionsException">A version is not there, or the share is out of range; the text lists all.</exception>
    internal TrafficState With(TrafficSplit split)
    {
        string[] faults = [.. Faults(split)];
        return faults.Length > 0
            ? throw new OptionsException(string.Join('\n', faults))
            : this with
            {
                Split = split,
                Champion = Find(split.Champion)!,
                Challenger = split.Challenger is { } challenger ? Find(challenger) : null,
                Shadow = split.Shadow is { } shadow ? Find(shadow) : null,
                Before = Split,
            };
    }

    internal bool Uses(ModelVersion version) => version == Champion || version == Challenger || version == Shadow;

    private IEnumerable<string> Faults(TrafficSplit split)
    {
        foreach (var name in new[] { split.Champion, split.Challenger, split.Shadow }.OfType<string>().Where(name => Find(name) is null))
        {
            yield return $"There is no version '{name}'. Loaded are: {string.Join(", ", Versions.Select(version => $"'{version.Version}'"))}. Load it first.";
        }

        if (!(split.ChallengerShare >= 0 && split.ChallengerShare <= 1))
        {
            yield return FormattableString.Invariant($"The share of the challenger must be 0 to 1. Got {split.ChallengerShare}. Give 0.1 for one request in ten.");
        }

        if (split.Challenger is null && split.ChallengerShare > 0)
        {
            yield return "A share is given and no challenger. Name the version that is to answer it.";
        }
    }
}
