namespace Modelwright.Core.Learning.Contributions;

/// <summary>What contributions are counted in.</summary>
public enum ContributionScale
{
    /// <summary>Raw scores, before they become answers: log-odds of boosting and logistic models; the answers themselves where a form has no other scores.</summary>
    Score,

    /// <summary>Answers: the probability of each class, or the number.</summary>
    Answer,
}
