namespace Modelwright.Recording.Distilling;

/// <summary>A small model that learned from the answers of the best one, beside its teacher and beside itself without one; all scored on rows that none of them has seen.</summary>
public sealed record EvidenceDistillation
{
    /// <summary>The metric.</summary>
    public required string Metric { get; init; }

    /// <summary>The rows that all are scored on, such as 'sealed_holdout'.</summary>
    public required string Data { get; init; }

    /// <summary>The best model that was found.</summary>
    public required EvidenceChoice Teacher { get; init; }

    /// <summary>The small model that is shipped, as it was validated.</summary>
    public required EvidenceChoice Student { get; init; }

    /// <summary>The same learner and setting, learned from the truth alone.</summary>
    public required EvidenceChoice Untaught { get; init; }

    /// <summary>The scores of the three in that order, before calibration, each with its interval.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>What the student has beyond its teacher: the difference of both scores on the same rows.</summary>
    public required MetricDifference StudentAndTeacher { get; init; }

    /// <summary>What the student has beyond itself without a teacher.</summary>
    public required MetricDifference StudentAndUntaught { get; init; }

    /// <summary>What the teacher's answers counted in the labels beside the truth, from 0 to 1; 0 where the truth alone taught better.</summary>
    public required double TeacherShare { get; init; }

    /// <summary>Small models that were tried.</summary>
    public required int Tried { get; init; }

    /// <summary>The same in words.</summary>
    public required string Meaning { get; init; }
}
