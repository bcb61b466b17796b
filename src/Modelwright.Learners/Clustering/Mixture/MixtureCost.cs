using Modelwright.Core.Learning;

namespace Modelwright.Learners.Clustering.Mixture;

/// <summary>What the mixture costs, fitted to measurements.</summary>
internal static class MixtureCost
{
    /// <summary>Rounds that a start, and the end over all rows, usually take.</summary>
    private const double UsualRounds = 60;
    private const double UsualFinalRounds = 10;

    /// <summary>The cost of a fit.</summary>
    public static FitCost Estimate(DataShape shape, MixtureChoice choice)
    {
        double all = Math.Clamp(shape.Rows, 1, choice.MaxRows);
        double columns = Math.Max(1, shape.Features);
        var some = Math.Min(all, MixtureFit.MostStartPoints);
        double clusters = Math.Min(choice.Clusters, some);
        var factors = choice.TakesDiagonal(shape.Rows, shape.Features) ? columns : columns * (columns + 1) / 2;
        var round = clusters * ((factors * 6e-10) + (columns * 1.5e-9) + 8e-9);
        var starts = choice.Starts * some * Math.Min(choice.MaxIterations, UsualRounds) * round;
        var final = all * Math.Min(choice.FinalIterations, UsualFinalRounds) * round;
        var place = shape.Rows * ((columns * 2e-8) + 1e-7);
        return new(starts + final + place + 1e-4, (long)(24 * all * columns) + (long)(64 * clusters * factors))
        {
            RowSeconds = (clusters * ((factors * 1e-9) + (columns * 1e-9) + 5e-9)) + 1e-7,
        };
    }
}
