using Modelwright.Core.Learning;

namespace Modelwright.Learners.Trees;

/// <summary>The settings worth trying.</summary>
internal static class ForestPortfolio
{
    /// <summary>A recommended forest takes no more memory than this, by the estimate: several stand beside each other in a blend.</summary>
    private const double MostBytes = 40e6;

    /// <summary>Trees of a recommended forest: search takes the mean of several forests.</summary>
    private const int UsualTrees = 100;

    /// <summary>Trees are not cut below this to save memory; leaves grow instead.</summary>
    private const int FewestTrees = 50;

    /// <summary>Settings, best first.</summary>
    public static IReadOnlyList<ParameterValues> Of(DataShape shape, ForestParameters parameters, bool randomThresholds)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var (few, many) = Shares(shape);
        var isClassification = shape.Task == LearningTask.Classification;
        (double Share, int Leaf, string Criterion)[] settings = (isClassification, randomThresholds) switch
        {
            (true, _) when shape.Outputs == 2 => [(many, 3, "gini"), (few, 1, "entropy"), (many, 10, "gini"), (few, 5, "entropy")],
            (true, _) => [(few, 1, "entropy"), (many, 3, "gini"), (few, 5, "entropy"), (many, 10, "gini")],
            (false, false) => [(few, 1, "gini"), (many, 2, "gini"), (1, 5, "gini"), (few, 5, "gini")],
            (false, true) => [(1, 1, "gini"), (many, 2, "gini"), (1, 5, "gini"), (few, 1, "gini")],
        };
        var values = settings
            .Select(setting => (Value: ParameterValues.Default.With(parameters.MaxFeatures.Name, setting.Share).With(parameters.MinSamplesLeaf.Name, setting.Leaf), setting.Criterion))
            .Select(setting => isClassification ? setting.Value.With(parameters.Criterion.Name, setting.Criterion) : setting.Value)
            .Select(value => Fitting(shape, parameters, value, randomThresholds));
        return [.. values.DistinctBy(value => value.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>The shares of columns to look at: the root of their number as Breiman has it, and a half.</summary>
    private static (double Few, double Many) Shares(DataShape shape)
    {
        var columns = Math.Max(1, shape.Features);
        var few = Math.Clamp(Math.Round(1 / Math.Sqrt(columns), 3), 0.001, 1);
        return (few, columns > 100 ? Math.Round(Math.Min(1, 3 * few), 3) : 0.5);
    }

    /// <summary>The setting with fewer trees, then larger leaves, until the forest is small enough.</summary>
    private static ParameterValues Fitting(DataShape shape, ForestParameters parameters, ParameterValues value, bool randomThresholds)
    {
        double Bytes(ParameterValues tried) => ForestCost.FormBytes(shape, parameters.Read(tried, randomThresholds));
        var most = Math.Min(MostBytes, shape.Bytes);
        var trees = UsualTrees;
        value = value.With(parameters.Trees.Name, trees);
        if (Bytes(value) > most)
        {
            trees = (int)Math.Max(FewestTrees, trees * most / Bytes(value));
            value = value.With(parameters.Trees.Name, trees);
        }

        for (var leaf = value.Integer(parameters.MinSamplesLeaf); leaf < 1000 && Bytes(value) > most;)
        {
            leaf = Math.Min(1000, (leaf * 5 / 4) + 1);
            value = value.With(parameters.MinSamplesLeaf.Name, leaf);
        }

        return Hurried(shape, parameters, value, randomThresholds);
    }

    /// <summary>Fewer trees where the time does not bear the setting's own.</summary>
    private static ParameterValues Hurried(DataShape shape, ForestParameters parameters, ParameterValues value, bool randomThresholds)
    {
        double Seconds(ParameterValues tried) => ForestCost.Estimate(shape, parameters.Read(tried, randomThresholds)).Seconds;
        for (var trees = value.Integer(parameters.Trees); trees > FewestTrees && Seconds(value) > shape.Seconds;)
        {
            trees = Math.Max(FewestTrees, trees * 4 / 5);
            value = value.With(parameters.Trees.Name, trees);
        }

        return value;
    }
}
