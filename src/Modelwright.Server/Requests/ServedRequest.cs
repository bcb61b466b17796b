using Modelwright.Server.Rows;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Requests;

/// <summary>One request as it was answered. Its rows and numbers are valid while the call lasts that hands it over.</summary>
public readonly ref struct ServedRequest
{
    /// <summary>The id of the request, which the caller is told.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the model.</summary>
    public required string Model { get; init; }

    /// <summary>The version that answered.</summary>
    public required ModelVersion Version { get; init; }

    /// <summary>Whether the answer was made beside the one that was sent, to be compared, and nobody got it.</summary>
    public required bool IsShadow { get; init; }

    /// <summary>When the answer was made, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The rows as they were asked.</summary>
    public required ServedRows Rows { get; init; }

    /// <summary>The numbers of the answers, row by row: the probabilities in the order of the classes, the number, or the answered columns.</summary>
    public required ReadOnlySpan<double> Outputs { get; init; }
}
