using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Forms.Anomalies.Blend;

/// <summary>From which score on a row is called an anomaly, and how many of the training rows that is held to be.</summary>
/// <param name="Threshold">A row that scores this or more is an anomaly; from 0 to 1, infinity where none is to be.</param>
/// <param name="Share">The estimated share of anomalies among the training rows, 0 to 0.5; 0 where none stands out.</param>
/// <param name="Low">The lower end of its interval.</param>
/// <param name="High">The upper end.</param>
public sealed record AnomalyRule(double Threshold, double Share, double Low, double High)
{
    internal void Check(string form)
    {
        if (!(Threshold is >= 0 and <= 1 || double.IsPositiveInfinity(Threshold)) || !(Low >= 0 && Low <= Share && Share <= High && High <= 1))
        {
            throw new ArtifactException(FormattableString.Invariant($"Form '{form}' calls rows anomalies from score {Threshold}, a share of {Share} between {Low} and {High}. Give a threshold from 0 to 1, and shares from 0 to 1 in their order."));
        }
    }
}
