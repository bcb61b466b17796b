using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Steps;

namespace Modelwright.Validation;

/// <summary>One split with its features made: steps fitted on the training side only, applied to both.</summary>
/// <param name="Steps">The fitted steps.</param>
/// <param name="Training">What a learner fits on; its validation rows are the test side.</param>
/// <param name="Test">Features of the test side.</param>
internal sealed record FoldFeatures(IReadOnlyList<IFittedStep> Steps, TrainingSet Training, Table Test);
