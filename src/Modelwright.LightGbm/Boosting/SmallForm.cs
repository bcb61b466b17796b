using Modelwright.Core.Learning;

namespace Modelwright.LightGbm.Boosting;

/// <summary>Settings of a model that is to be small: few trees of few leaves, with steps as long as their number asks for.</summary>
internal static class SmallForm
{
    /// <summary>From so many bytes on the usual settings are taken: a search gives a form several megabytes.</summary>
    internal const double MostBytes = 1 << 20;

    private const double BytesPerLeaf = 48;

    /// <summary>Steps add up to so much before boosting goes over to noise, as measured on mixed sets.</summary>
    private const double UsualLearning = 10;

    private const double LongestStep = 0.5;
    private const double ShortestStep = 0.03;

    private static readonly int[] LeavesOfTree = [8, 16, 4];

    /// <summary>Settings, best first.</summary>
    /// <param name="shape">The data, with the bytes that a form may take.</param>
    /// <param name="fewest">Rows that a leaf holds at most at the least.</param>
    internal static IReadOnlyList<ParameterValues> For(DataShape shape, int fewest) => [.. LeavesOfTree.Select(leaves => Values(shape, leaves, fewest))];

    private static ParameterValues Values(DataShape shape, int leaves, int fewest)
    {
        var outputs = shape.Outputs > 2 ? shape.Outputs : 1;
        var rounds = Math.Clamp((int)(shape.Bytes / (BytesPerLeaf * leaves * outputs)), 1, 1000);
        var rate = Math.Clamp(Math.Round(UsualLearning / rounds, 3), ShortestStep, LongestStep);
        return ParameterValues.Default
            .With(BoostingParameters.LearningRate.Name, rate)
            .With(BoostingParameters.Rounds.Name, rounds)
            .With(BoostingParameters.Patience.Name, Math.Clamp((int)(3 / rate), 20, 200))
            .With(BoostingParameters.Leaves.Name, leaves)
            .With(BoostingParameters.MinSamplesLeaf.Name, Math.Min(20, fewest));
    }
}
