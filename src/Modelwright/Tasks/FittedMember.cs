using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Tasks;

/// <summary>A member that was fitted on all rows.</summary>
/// <param name="Member">What was fitted; its setting repeats the fit without a clock.</param>
/// <param name="Form">From raw columns to answers.</param>
/// <param name="Report">What the learner says of the fit.</param>
public sealed record FittedMember(TaskMember Member, IForm Form, FitReport Report)
{
    /// <summary>Its weight in the choice; 1 where there is only one.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Wall-clock seconds of the fit.</summary>
    public double Seconds { get; init; }

    /// <summary>The form behind the steps, which reads <see cref="Features"/>.</summary>
    public required IForm Inner { get; init; }

    /// <summary>The rows as the learner saw them.</summary>
    public required Table Features { get; init; }
}
