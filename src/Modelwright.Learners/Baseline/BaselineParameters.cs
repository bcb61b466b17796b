using Modelwright.Core.Learning;

namespace Modelwright.Learners.Baseline;

/// <summary>Nothing can be set.</summary>
internal static class BaselineParameters
{
    /// <summary>No parameter.</summary>
    public static IReadOnlyList<ParameterSpec> All { get; } = [];
}
