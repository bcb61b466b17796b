namespace Modelwright.Recording;

/// <summary>One figure about a model, with its interval, the model it belongs to and the rows it comes from.</summary>
public sealed record Figure
{
    /// <summary>"validated": the model that had not seen the rows of the figure; "shipped": the model in the package.</summary>
    public required string Model { get; init; }

    /// <summary>The rows: 'sealed_holdout', 'nested_out_of_fold', 'out_of_fold' or 'test'.</summary>
    public required string Data { get; init; }

    /// <summary>Name of the metric.</summary>
    public required string Metric { get; init; }

    /// <summary>The value.</summary>
    public required double Value { get; init; }

    /// <summary>Its standard error, in the unit of the value.</summary>
    public required double StandardError { get; init; }

    /// <summary>Lower end of the 95 % interval.</summary>
    public required double Lower { get; init; }

    /// <summary>Upper end of the 95 % interval.</summary>
    public required double Upper { get; init; }

    /// <summary>Number of rows.</summary>
    public required int Rows { get; init; }

    /// <summary>Whether more is better.</summary>
    public required bool HigherIsBetter { get; init; }
}
