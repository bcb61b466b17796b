using Modelwright.Core.Learning;
using Modelwright.Runtime.Steps;

namespace Modelwright.Validation;

/// <summary>A candidate fitted on the training side of one split.</summary>
/// <param name="Steps">The fitted steps from raw columns to features.</param>
/// <param name="StepsKey">The same text for the same steps, so that members of a blend can share them.</param>
/// <param name="Form">The form from features to answers.</param>
/// <param name="Report">What the learner says of the fit.</param>
/// <param name="Values">The setting this split was fitted with.</param>
internal sealed record FoldFit(IReadOnlyList<IFittedStep> Steps, string StepsKey, IForm Form, FitReport Report, ParameterValues Values)
{
    /// <summary>Seconds that answering the rows of the test side took.</summary>
    public double AnswerSeconds { get; init; }

    /// <summary>The setting that repeats this fit without a clock.</summary>
    public ParameterValues Repeating => Report.End == FitEnd.Deadline ? Report.Decided : Values;
}
