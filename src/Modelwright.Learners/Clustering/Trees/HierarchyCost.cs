using Modelwright.Core.Learning;

namespace Modelwright.Learners.Clustering.Trees;

/// <summary>What hierarchical methods cost, fitted to measurements.</summary>
internal static class HierarchyCost
{
    /// <summary>Numbers that pairs of rows may take: above it fewer rows are recommended.</summary>
    private const double MostOfPairs = 3e10;
    private const int FewestRows = 1000;

    /// <summary>The rows that are learned from where nothing is said: fewer where there are many columns.</summary>
    private static int Rows(DataShape shape, int most)
    {
        var rows = most;
        while (rows > FewestRows && (double)rows * rows * Math.Max(1, shape.Features) > MostOfPairs)
        {
            rows = rows * 4 / 5;
        }

        return rows;
    }

    /// <summary>The default, with fewer rows where there are many columns or little time.</summary>
    public static ParameterValues Recommended(DataShape shape)
    {
        var most = (int)ClusterSettings.MaxRows.Default;
        var rows = Rows(shape, most);
        while (rows > FewestRows && Estimate(shape, rows, 2).Seconds > shape.Seconds)
        {
            rows = Math.Max(FewestRows, rows * 4 / 5);
        }

        return rows < most ? ParameterValues.Default.With(ClusterSettings.MaxRows.Name, rows) : ParameterValues.Default;
    }

    /// <summary>The cost of a fit.</summary>
    /// <param name="shape">The data.</param>
    /// <param name="rows">Rows learned from.</param>
    /// <param name="passes">How often all pairs are looked at.</param>
    public static FitCost Estimate(DataShape shape, int rows, double passes)
    {
        double all = Math.Max(1, shape.Rows);
        double columns = Math.Max(1, shape.Features);
        var held = Math.Min(all, rows);
        var references = Math.Min(held / 4, 6000);
        var pairs = (passes * held * held) + (held * references);
        var seconds = (pairs * ((columns * 1.5e-10) + 1.5e-9)) + (held * 3e-6) + (all * columns * 2e-8) + 1e-4;
        return new(seconds, (long)(8 * ((2 * Math.Min(all, 10.0 * rows) * columns) + (3 * held * columns))))
        {
            RowSeconds = (references * ((columns * 1.2e-10) + 6e-10)) + 1e-7,
        };
    }
}
