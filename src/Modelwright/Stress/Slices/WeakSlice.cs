using Modelwright.Measures;

namespace Modelwright.Stress.Slices;

/// <summary>Rows that share one or two conditions and on which the model is worse than on all others, beyond chance and by as much as matters.</summary>
public sealed record WeakSlice
{
    /// <summary>Which rows, in words: "'age' above 60 and 'plan' = 'basic'".</summary>
    public required string Conditions { get; init; }

    /// <summary>The one or two columns that the conditions are on.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Labelled rows in it, of both halves.</summary>
    public required int Rows { get; init; }

    /// <summary>Its share of all rows, from 0 to 1.</summary>
    public required double Share { get; init; }

    /// <summary>The main metric on its rows, on those that the search has not seen, as all figures here.</summary>
    public required Estimate Score { get; init; }

    /// <summary>The main metric on all other rows.</summary>
    public required Estimate OtherScore { get; init; }

    /// <summary>What a row costs in it: log loss or Brier score for classes, distance from the truth for numbers, each with an upper bound a row.</summary>
    public required Estimate Loss { get; init; }

    /// <summary>What a row costs elsewhere.</summary>
    public required Estimate OtherLoss { get; init; }

    /// <summary>What a row in it would cost were the model's own probabilities true; null for numbers.</summary>
    public double? ExpectedLoss { get; init; }

    /// <summary>The same elsewhere.</summary>
    public double? OtherExpectedLoss { get; init; }

    /// <summary>The loss in it over the loss elsewhere: value, and its 95 % interval.</summary>
    public required Estimate LossRatio { get; init; }

    /// <summary>The difference that was tested, in standard deviations (Cohen's d); 0.2 is small, 0.8 large.</summary>
    public required double EffectSize { get; init; }

    /// <summary>How likely chance alone gives such a difference in this slice.</summary>
    public required double PValue { get; init; }

    /// <summary>The share of false alarms that one accepts who believes this slice and all that are surer; at most 0.01.</summary>
    public required double QValue { get; init; }

    /// <summary>
    /// True: the rows are no harder than the model says, it is wrong there more than its probabilities tell. Always true for numbers, where the model
    /// says nothing of the kind. False: the model is worse there and says so, so the rows may be harder for any model.
    /// </summary>
    public required bool IsUnexpected { get; init; }

    /// <summary>All of it in a sentence or two.</summary>
    public required string Sentence { get; init; }
}
