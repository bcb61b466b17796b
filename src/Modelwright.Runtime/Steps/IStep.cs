using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Steps;

/// <summary>A feature transformation with its settings, before it has seen data. Stateless and safe from any thread.</summary>
public interface IStep
{
    /// <summary>The name in plans and packages, in snake_case: 'one_hot'.</summary>
    string Name { get; }

    /// <summary>Learns from training rows only. Leaves its input as it was.</summary>
    /// <param name="input">Training rows, and the target where there is one.</param>
    /// <returns>The fitted step, and the training rows as the learner is to see them.</returns>
    /// <exception cref="DataException">A column the step needs is absent or of another type.</exception>
    StepFit Fit(StepInput input);
}
