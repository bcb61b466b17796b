using Modelwright.Retraining;

namespace Modelwright.Quality.Streaming;

/// <summary>What a run over the stream came to.</summary>
/// <param name="HasLabel">Whether the label of the row before is a column.</param>
/// <param name="Chosen">The learners that the first rows chose.</param>
/// <param name="Windows">Windows.</param>
/// <param name="Decisions">Every decision.</param>
/// <param name="Scores">All answers, and those to rows that had no part in choosing windows and history.</param>
/// <param name="Seconds">Seconds of the whole run.</param>
internal sealed record StreamCourse(bool HasLabel, string Chosen, int Windows, IReadOnlyList<RetrainingDecision> Decisions, IReadOnlyList<StreamScores> Scores, double Seconds)
{
    private const double Aim = 0.05;

    /// <summary>Whether the aim is kept on all of them.</summary>
    public bool IsReached => Scores.All(Reaches);

    /// <summary>Whether the aim is kept on some: without the label five points over the frozen model, with it more than repeating it.</summary>
    public bool Reaches(StreamScores scores) => HasLabel ? scores.Loop > scores.Repeated : scores.Loop >= scores.Frozen + Aim;
}
