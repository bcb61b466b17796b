using Modelwright.Core.Learning;
using Modelwright.Recording;
using Modelwright.Recording.Targetless;
using Modelwright.Tasks.Anomalies;
using Modelwright.Tasks.Anomalies.Streams;
using Modelwright.Tasks.Clustering;

namespace Modelwright.Tasks;

/// <summary>What a task without a target ships.</summary>
/// <param name="Form">From raw columns to answers.</param>
/// <param name="Lead">The sentence that matters most.</param>
public sealed record TaskModel(IForm Form, string Lead)
{
    /// <summary>What was measured of it, the most telling first.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>The segments; null for other tasks.</summary>
    public EvidenceSegments? EvidenceOfSegments { get; init; }

    /// <summary>What a report shows of segments; no package holds it.</summary>
    internal SegmentDetails? Segments { get; init; }

    /// <summary>How anomalies were told from other rows; null for other tasks.</summary>
    public EvidenceAnomalies? EvidenceOfAnomalies { get; init; }

    /// <summary>What a report shows of anomalies; no package holds it.</summary>
    internal AnomalyDetails? Anomalies { get; init; }

    /// <summary>What a report shows of series; no package holds it.</summary>
    internal StreamDetails? Streams { get; init; }

    /// <summary>What a person should know, each a sentence with its remedy.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
