namespace Modelwright.Recording.Runs;

/// <summary>How long a stage of a run took.</summary>
/// <param name="Stage">Its name, as progress tells it: 'profile', 'search' …</param>
/// <param name="BeganAfter">Seconds from the start of the run.</param>
/// <param name="Seconds">Seconds it took.</param>
public sealed record RecordedStage(string Stage, double BeganAfter, double Seconds);
