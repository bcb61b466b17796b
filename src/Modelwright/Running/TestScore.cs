using Modelwright.Recording;
using Modelwright.Recording.Answering;

namespace Modelwright.Running;

/// <summary>What the shipped model scored on the rows a person named as test rows.</summary>
/// <param name="Rows">Test rows that have a target.</param>
/// <param name="Figures">Figures on them.</param>
internal sealed record TestScore(int Rows, IReadOnlyList<Figure> Figures)
{
    /// <summary>How often intervals or sets held the truth; null where there are none.</summary>
    public EvidenceIntervals? Intervals { get; init; }
}
