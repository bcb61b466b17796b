namespace Modelwright.Recording.Answering;

/// <summary>How often intervals or sets held the truth, on rows that they had not seen.</summary>
public sealed record EvidenceIntervals
{
    /// <summary>'interval' for numbers, 'set' for classes.</summary>
    public required string Kind { get; init; }

    /// <summary>How they are made: 'constant' or 'scaled', with '_two_sided' where both sides differ; 'cv_plus' or 'cv_plus_scaled' by the answers of fold models; 'least_ambiguous' for sets.</summary>
    public required string Method { get; init; }

    /// <summary>How often they are to hold the truth.</summary>
    public required double Level { get; init; }

    /// <summary>The rows: 'sealed_holdout' or 'nested_out_of_fold'.</summary>
    public required string Data { get; init; }

    /// <summary>Number of rows.</summary>
    public required int Rows { get; init; }

    /// <summary>The share of rows whose truth they held.</summary>
    public required double Coverage { get; init; }

    /// <summary>Standard error of the share.</summary>
    public required double StandardError { get; init; }

    /// <summary>Lower end of the 95 % interval of the share (Wilson).</summary>
    public required double Lower { get; init; }

    /// <summary>Upper end of it.</summary>
    public required double Upper { get; init; }

    /// <summary>For numbers: the mean width, in the unit of the target.</summary>
    public double? MeanWidth { get; init; }

    /// <summary>For classes: the mean number of classes in a set.</summary>
    public double? MeanSize { get; init; }
}
