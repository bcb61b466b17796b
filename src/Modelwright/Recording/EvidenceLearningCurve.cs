namespace Modelwright.Recording;

/// <summary>Whether more rows would help: scores of one setting on growing parts of the rows, and the power law through them.</summary>
public sealed record EvidenceLearningCurve
{
    /// <summary>The metric.</summary>
    public required string Metric { get; init; }

    /// <summary>Name of the learner in prose: the best of those that may be shipped.</summary>
    public required string Learner { get; init; }

    /// <summary>What was measured, from few rows to many; every score is out of fold on the same rows.</summary>
    public required IReadOnlyList<EvidenceLearningPoint> Points { get; init; }

    /// <summary>By which power of the rows the part of the loss that can be learned away falls.</summary>
    public required double Power { get; init; }

    /// <summary>Twice the rows of the last point.</summary>
    public required int DoubledRows { get; init; }

    /// <summary>The score that the law expects with as many.</summary>
    public required double DoubledScore { get; init; }

    /// <summary>How much better that is, in the unit of the metric; 0 or more.</summary>
    public required double Gain { get; init; }

    /// <summary>Lower end of the 95 % interval of the gain, over draws of the scored rows.</summary>
    public required double GainLower { get; init; }

    /// <summary>Upper end of it.</summary>
    public required double GainUpper { get; init; }

    /// <summary>The same in words.</summary>
    public required string Meaning { get; init; }
}
