namespace Modelwright.Core.Learning;

/// <summary>A learner for which several settings cost little more than one.</summary>
public interface IFitsSeveral
{
    /// <summary>Fits several.</summary>
    /// <param name="data">The data.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="context">The context.</param>
    /// <returns>One a setting.</returns>
    IReadOnlyList<Fitted> FitSeveral(TrainingSet data, IReadOnlyList<ParameterValues> settings, FitContext context);
}
