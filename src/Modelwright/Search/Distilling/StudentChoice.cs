namespace Modelwright.Search.Distilling;

/// <summary>The student that was chosen, and the same learner without a teacher.</summary>
/// <param name="Student">Its trial: scored out of fold by the truth.</param>
/// <param name="Share">What the teacher counts in its labels beside the truth, from 0 to 1; 0 where the truth alone taught better.</param>
/// <param name="Untaught">The same setting learned from the truth alone; the student itself where the share is 0.</param>
/// <param name="Tried">Every student that was tried, in that order.</param>
internal sealed record StudentChoice(Trial Student, double Share, Trial Untaught, IReadOnlyList<Trial> Tried);
