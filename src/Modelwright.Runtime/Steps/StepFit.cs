using Modelwright.Core.Data;

namespace Modelwright.Runtime.Steps;

/// <summary>What fitting a step leaves.</summary>
/// <param name="Step">The fitted step.</param>
/// <param name="Training">
/// The training rows as the learner is to see them: what <see cref="IFittedStep.Apply"/> gives, but for steps that use the
/// target, whose training rows are encoded out of fold so that no row sees its own answer.
/// </param>
public sealed record StepFit(IFittedStep Step, Table Training);
