using Modelwright.Nab.Scoring;

namespace Modelwright.Nab.Detectors;

/// <summary>Another detector's scores under our rule that an anomaly is told once: what of our lead is owed to that rule alone.</summary>
/// <param name="inner">A detector whose scores are 0 or more and keep their meaning when multiplied.</param>
/// <param name="rest">Readings in which what an anomaly holds back fades to half.</param>
internal sealed class HeldBack(ISeriesDetector inner, int rest) : ISeriesDetector
{
    private const double ShareHeldBack = 0.2;

    public string Name => $"{inner.Name}, told once";

    public double[] Score(NabSeries series)
    {
        var fade = Math.Pow(0.5, 1.0 / rest);
        var peak = 0.0;
        return Array.ConvertAll(inner.Score(series), score =>
        {
            var told = score > peak ? score : ShareHeldBack * score;
            peak = Math.Max(score, peak * fade);
            return told;
        });
    }
}
