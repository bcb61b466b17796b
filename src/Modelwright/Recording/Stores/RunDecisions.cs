namespace Modelwright.Recording.Stores;

/// <summary>What a run decided, in words: how rows were parted, how each model was made, and what is in the blend.</summary>
internal static class RunDecisions
{
    /// <summary>One sentence a decision.</summary>
    public static IEnumerable<string> Of(TrainingPlan plan, Evidence evidence)
    {
        if (plan.Decision is not { } decision)
        {
            yield break;
        }

        yield return decision.Folds > 1
            ? FormattableString.Invariant($"Rows were parted into {decision.Folds} folds by '{decision.Splitter}'.")
            : FormattableString.Invariant($"{decision.TestShare:P0} of the rows were held out by '{decision.Splitter}'.");
        if (evidence.Rows.SealedHoldout > 0)
        {
            yield return FormattableString.Invariant($"{evidence.Rows.SealedHoldout} rows were sealed before the first choice.");
        }

        if (decision.SampleRows > 0)
        {
            yield return FormattableString.Invariant($"The model was made from a sample of {decision.SampleRows} rows.");
        }

        foreach (var model in evidence.Models)
        {
            yield return $"The {model.Name} model: {model.Meaning}";
        }

        foreach (var member in decision.Members)
        {
            yield return FormattableString.Invariant($"'{member.Learner}' weighs {100 * member.Weight:0.#} % of the blend.");
        }
    }
}
