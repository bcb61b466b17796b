using Modelwright.Measures;

namespace Modelwright.Stress.Fairness;

/// <summary>What would make groups more alike, and what it costs; nothing of it is applied.</summary>
public sealed record FairnessRemedy
{
    /// <summary>'group_thresholds' or 'reweighing'.</summary>
    public required string Name { get; init; }

    /// <summary>The measure that it is to better.</summary>
    public required string Measure { get; init; }

    /// <summary>The gap without it, on the rows that <see cref="GapAfter"/> is measured on.</summary>
    public required FairnessGap GapBefore { get; init; }

    /// <summary>The gap with it.</summary>
    public required FairnessGap GapAfter { get; init; }

    /// <summary>The metric that the price is in: the main one where it reads answers, else accuracy for thresholds.</summary>
    public required string Metric { get; init; }

    /// <summary>The metric without it.</summary>
    public required double Before { get; init; }

    /// <summary>The metric with it.</summary>
    public required double After { get; init; }

    /// <summary>After less before, with the 95 % interval from the paired difference on the same rows.</summary>
    public required Estimate Price { get; init; }

    /// <summary>For thresholds: by group, the least probability with which the positive class is answered; else empty.</summary>
    public IReadOnlyDictionary<string, double> Thresholds { get; init; } = new Dictionary<string, double>();

    /// <summary>All of it in words.</summary>
    public required string Sentence { get; init; }
}
