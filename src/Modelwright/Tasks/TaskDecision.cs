using Modelwright.Recording;
using Modelwright.Recording.Targetless;

namespace Modelwright.Tasks;

/// <summary>What a task without a target chose.</summary>
/// <param name="Members">The chosen members with weights of sum 1, the heaviest first; one or more.</param>
public sealed record TaskDecision(IReadOnlyList<(TaskMember Member, double Weight)> Members)
{
    /// <summary>What was tried, best first; the score is the task's criterion.</summary>
    public IReadOnlyList<LeaderboardEntry> Trials { get; init; } = [];

    /// <summary>Rows that there was time for, the last of the table, where they are read in order; 0 means all.</summary>
    public int SampleRows { get; init; }

    /// <summary>What was measured on the way, the most telling first.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>What a person should know, each a sentence with its remedy.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>For segments: the ways to part the rows that were tried, best first.</summary>
    public IReadOnlyList<EvidenceSegmentation> Segmentations { get; init; } = [];

    /// <summary>What came of the labels of some rows; null where none were named.</summary>
    public EvidenceLabels? Labels { get; init; }

    /// <summary>Why these, in a sentence; empty where it goes without saying.</summary>
    public string Reason { get; init; } = "";
}
