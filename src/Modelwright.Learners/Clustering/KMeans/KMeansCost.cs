using Modelwright.Core.Learning;

namespace Modelwright.Learners.Clustering.KMeans;

/// <summary>What k-means costs, fitted to measurements.</summary>
internal static class KMeansCost
{
    /// <summary>Moves that a start, and the end over all rows, usually take.</summary>
    private const double UsualMoves = 30;
    private const double UsualFinalMoves = 15;
    private const double MovesOfSwap = 7;

    /// <summary>The cost of a fit.</summary>
    public static FitCost Estimate(DataShape shape, KMeansChoice choice)
    {
        double all = Math.Clamp(shape.Rows, 1, choice.MaxRows);
        double columns = Math.Max(1, shape.Features);
        var some = Math.Min(all, KMeansFit.MostStartPoints);
        double clusters = Math.Min(choice.Clusters, some);
        var move = (clusters * ((columns * 3e-10) + 1e-9)) + (columns * 1e-9) + 2e-9;
        var seeds = clusters * (2 + Math.Log(clusters)) * ((columns * 3e-10) + 2e-9);
        var starts = choice.Starts * some * ((Math.Min(choice.MaxIterations, UsualMoves) * move) + seeds);
        var swaps = choice.Swaps * some * (MovesOfSwap * move);
        var final = all * Math.Min(choice.FinalIterations, UsualFinalMoves) * move;
        var place = shape.Rows * ((columns * 2e-8) + 1e-7);
        return new(starts + swaps + final + place + 5e-5, (long)(24 * all * columns))
        {
            RowSeconds = (clusters * ((columns * 2e-9) + 1.5e-8)) + (columns * 5e-9) + 1e-7,
        };
    }
}
