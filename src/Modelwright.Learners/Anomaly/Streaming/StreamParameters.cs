using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Anomalies.Streaming;

namespace Modelwright.Learners.Anomaly.Streaming;

/// <summary>What can be set of <see cref="StreamLearner"/>.</summary>
internal static class StreamParameters
{
    private static readonly StreamSettings Defaults = new();

    internal static readonly ParameterSpec Memory = ParameterSpec.Integer("memory", (StreamSettings.FewestMemory, StreamSettings.MostMemory), Defaults.Memory, "Readings that count in what is usual; more remember longer and adapt more slowly.", isLogarithmic: true);

    internal static readonly ParameterSpec Window = ParameterSpec.Integer("window", (StreamSettings.ShortestWindow, StreamSettings.LongestWindow), Defaults.Window, "Readings of the short window whose mean is watched; a longer one finds smaller shifts, later.", isLogarithmic: true);

    internal static readonly ParameterSpec Rest = ParameterSpec.Integer("rest", (0, StreamSettings.LongestRest), Defaults.Rest, "Readings in which what an anomaly holds back fades to half; 0 tells every score in full.");

    internal static IReadOnlyList<ParameterSpec> All { get; } = [Memory, Window, Rest];

    internal static StreamSettings Read(ParameterValues values) => new()
    {
        Memory = values.Integer(Memory),
        Window = values.Integer(Window),
        Rest = values.Integer(Rest),
    };
}
