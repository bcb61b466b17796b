namespace Modelwright.Recording;

/// <summary>A metric of two models on the same rows, and how sure their difference is.</summary>
public sealed record MetricDifference
{
    /// <summary>Name of the metric.</summary>
    public required string Metric { get; init; }

    /// <summary>The value of the first model; NaN where it has none on these rows.</summary>
    public required double First { get; init; }

    /// <summary>The value of the second.</summary>
    public required double Second { get; init; }

    /// <summary>The second less the first.</summary>
    public required double Difference { get; init; }

    /// <summary>Its standard error, of rows that both answered.</summary>
    public required double StandardError { get; init; }

    /// <summary>Lower end of the 95 % interval of the difference.</summary>
    public required double Lower { get; init; }

    /// <summary>Upper end of it.</summary>
    public required double Upper { get; init; }

    /// <summary>Whether more is better.</summary>
    public required bool HigherIsBetter { get; init; }
}
