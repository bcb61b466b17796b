using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Runtime.Prediction;

/// <summary>A form with the schema of the rows it takes, as a person means "a model".</summary>
/// <param name="Task">What is asked.</param>
/// <param name="Schema">The columns as they come in, before any step; categories with the levels seen when training.</param>
/// <param name="Form">What answers; steps are part of it.</param>
public sealed record Model(LearningTask Task, Schema Schema, IForm Form)
{
    /// <summary>Which class it answers, and how sure it is of an answer.</summary>
    public AnswerRules Rules { get; init; } = AnswerRules.None;
}
