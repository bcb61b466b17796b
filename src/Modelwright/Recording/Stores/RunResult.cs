namespace Modelwright.Recording.Stores;

/// <summary>What a run came to.</summary>
/// <param name="Plan">The finished plan.</param>
/// <param name="Evidence">Every figure.</param>
/// <param name="ModelId">The id of the model.</param>
internal sealed record RunResult(TrainingPlan Plan, Evidence Evidence, string ModelId);
