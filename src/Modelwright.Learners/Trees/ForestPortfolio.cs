using Modelwright.Core.Learning;

namespace Modelwright.Learners.Trees;

/// <summary>The settings worth trying.</summary>
internal static class ForestPortfolio
{
    /// <summary>A recommended forest takes no more megabytes than this: several stand beside each other in a blend.</summary>
    private const double MostMegabytes = 40;

    /// <summary>Trees of a recommended forest: search takes the mean of several forests.</summary>
    private const int UsualTrees = 100;

    /// <summary>Trees are not cut below this to save time or size.</summary>
    private const int FewestTrees = 50;

    /// <summary>Settings, best first.</summary>
    public static IReadOnlyList<ParameterValues> Of(DataShape shape, ForestParameters parameters, bool randomThresholds)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var (few, many) = Shares(shape);
        var isClassification = shape.Task.AnswersClasses;
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
            .Select(value => Bounded(shape, parameters, value, randomThresholds))
            .Select(value => Hurried(shape, parameters, value, randomThresholds));
        return [.. values.DistinctBy(value => value.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>The shares of columns to look at: the root of their number as Breiman has it, and a half.</summary>
    private static (double Few, double Many) Shares(DataShape shape)
    {
        var columns = Math.Max(1, shape.Features);
        var few = Math.Clamp(Math.Round(1 / Math.Sqrt(columns), 3), 0.001, 1);
        return (few, columns > 100 ? Math.Round(Math.Min(1, 3 * few), 3) : 0.5);
    }

    /// <summary>
    /// How large trees grow shows only as they grow, so a size is asked for and not the leaves that would make it. Where it
    /// binds, numbers are answered better by fewer trees of finer leaves, shares of classes by more trees of larger ones.
    /// </summary>
    private static ParameterValues Bounded(DataShape shape, ForestParameters parameters, ParameterValues value, bool randomThresholds)
    {
        var most = Math.Min(MostMegabytes, Math.Floor(shape.Bytes / 1e5) / 10);
        value = value
            .With(parameters.Trees.Name, UsualTrees)
            .With(parameters.MaxMegabytes.Name, Math.Max(parameters.MaxMegabytes.Minimum, most));
        var settings = parameters.Read(value, randomThresholds);
        return shape.Task.AnswersNumbers && ForestCost.FormBytes(shape, settings) > settings.MaxBytes
            ? value.With(parameters.Trees.Name, FewestTrees)
            : value;
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
