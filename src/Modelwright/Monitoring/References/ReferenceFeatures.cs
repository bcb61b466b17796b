namespace Modelwright.Monitoring.References;

/// <summary>The mean of random features over honest rows, and what is needed of their covariance for the null distribution.</summary>
internal sealed record ReferenceFeatures
{
    /// <summary>Chance of the frequencies.</summary>
    public required int Seed { get; init; }

    /// <summary>Rows behind the means.</summary>
    public required int Rows { get; init; }

    /// <summary>One a feature.</summary>
    public required double[] Means { get; init; }

    /// <summary>The traces of the covariance, its square and its cube.</summary>
    public required double[] Traces { get; init; }

    /// <summary>The greatest corrected distance between a part of the rows that stand together and all rows.</summary>
    public double UsualDistance { get; init; }
}
