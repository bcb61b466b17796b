using Modelwright.Measures;

namespace Modelwright.Search.Ensembles;

/// <summary>
/// What the members of a blend are chosen by: the metric, and for classes a little log loss where the metric sees only ranks or
/// labels. By such a metric alone a member of nearly constant probabilities costs nothing, and takes the blend's probabilities
/// with it.
/// </summary>
internal sealed class BlendLoss(IMetric metric)
{
    /// <summary>Weight of the log loss: it decides between blends that the metric hardly tells apart, and outweighs little else.</summary>
    private const double Share = 0.1;

    private readonly IMetric? _proper = metric.Info is { IsProper: false, Task.AnswersClasses: true } ? BuiltInMetrics.Get("log_loss") : null;

    /// <summary>The loss of answers; lower is better.</summary>
    public double Of(Answers answers) => metric.Loss(answers) + (_proper is null ? 0 : Share * _proper.Loss(answers));
}
