using Modelwright.Core.Learning;

namespace Modelwright.Studio.Trainings;

/// <summary>What is to be learned from a file.</summary>
/// <param name="Target">The column to predict; null for tasks without one.</param>
/// <param name="Task">What is asked; null lets the target decide.</param>
/// <param name="Budget">The limit of the whole run.</param>
/// <param name="Ignore">Columns not to use.</param>
/// <param name="Who">Who started it.</param>
public sealed record TrainingOrder(string? Target, LearningTask? Task, TimeSpan Budget, IReadOnlyList<string> Ignore, string Who);
