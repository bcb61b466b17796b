using Modelwright.Retraining;

namespace Modelwright.Quality.Streaming;

/// <summary>What a run over the stream came to.</summary>
/// <param name="HasLabel">Whether the label of the row before is a column.</param>
/// <param name="Rows">Rows that were answered.</param>
/// <param name="Windows">Windows.</param>
/// <param name="Decisions">Every decision.</param>
/// <param name="Score">Accuracy of the loop over all answers.</param>
/// <param name="Frozen">That of the first model.</param>
/// <param name="Repeated">That of saying the last label again.</param>
/// <param name="Seconds">Seconds of the whole run.</param>
internal sealed record StreamCourse(bool HasLabel, int Rows, int Windows, IReadOnlyList<RetrainingDecision> Decisions, double Score, double Frozen, double Repeated, double Seconds)
{
    private const double Aim = 0.05;

    /// <summary>Whether the aim is kept: without the label five points over the frozen model, with it more than repeating it.</summary>
    public bool IsReached => HasLabel ? Score > Repeated : Score >= Frozen + Aim;
}
