using Modelwright.Monitoring;

namespace Modelwright.Studio.Histories;

/// <summary>What monitoring found of models over time, by whoever keeps it. Called from any thread.</summary>
public interface IMonitorHistories
{
    /// <summary>Names of the models that are watched, in the order to show them.</summary>
    IReadOnlyList<string> Models { get; }

    /// <summary>The windows of a model so far.</summary>
    /// <param name="model">Its name.</param>
    /// <returns>The history; null where the model is not watched or has no window yet.</returns>
    MonitorHistory? Of(string model);
}
