using Modelwright.Validation;

namespace Modelwright.Search.Stacking;

/// <summary>What reads the answers of the members beside the columns.</summary>
/// <param name="Candidate">A learner with its setting; one model a fold, as the members.</param>
/// <param name="Share">How much of the answer is its; the rest is the members' blend.</param>
internal sealed record SecondLayer(Candidate Candidate, double Share)
{
    /// <summary>Half: a second layer that errs is then held by the blend, and one that is right loses little.</summary>
    private const double UsualShare = 0.5;

    /// <summary>The learner that did best by itself, with its setting: it knows the columns, and what it lacks the others may say.</summary>
    /// <param name="best">The best trial among the members.</param>
    /// <param name="seed">Chance.</param>
    public static SecondLayer Of(Trial best, int seed) =>
        new(best.Candidate with { Seed = Seeds.Mix(seed, -11), PartitionSeed = seed, SplitValues = null }, UsualShare);

    /// <summary>The layer that repeats its fits without a clock.</summary>
    public SecondLayer Repeating(CrossFit fits) => this with { Candidate = Candidate with { SplitValues = [.. fits.Folds.Select(fold => fold.Repeating)] } };

    /// <summary>The layer for a refit: what the clock ended is repeated as far as it came, the rest is free to go on.</summary>
    public SecondLayer Again(CrossFit fits) => fits.IsCutShort ? Repeating(fits) : this;
}
