using Modelwright.Core.Learning;

namespace Modelwright.Tasks.Anomalies.FewLabels;

/// <summary>A learner that was tried on parts of the labelled rows.</summary>
/// <param name="Learner">The learner.</param>
/// <param name="Values">Its setting.</param>
/// <param name="Parts">What came of each part, deal by deal.</param>
internal sealed record LabelledTrial(ILearner Learner, ParameterValues Values, IReadOnlyList<LabelledPart> Parts)
{
    /// <summary>Mean area under the ROC curve over the parts, and its standard error.</summary>
    public (double Mean, double Error) Score(Func<LabelledPart, bool> counts)
    {
        double[] areas = [.. Parts.Where(counts).Select(part => part.Area)];
        var mean = areas.Average();
        return (mean, Math.Sqrt(areas.Average(area => (area - mean) * (area - mean)) / areas.Length));
    }
}
