using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Anomaly.Ellipsoid;

/// <summary>What it costs to find axes and to ask along them.</summary>
internal static class EllipsoidCost
{
    /// <summary>Numbers that are looked at together at most.</summary>
    private const double MostNumbers = 4e6;

    private const int FewestRows = 200;

    /// <summary>Rows that are looked at.</summary>
    public static int Rows(Table features, int most) => Rows(features.RowCount, features.Columns.Count, most);

    /// <summary>The cost of components.</summary>
    public static FitCost Estimate(DataShape shape, int most)
    {
        double columns = Math.Max(1, shape.Features);
        double rows = Rows(Math.Max(2, shape.Rows), (int)columns, most);
        var isExact = columns <= LeadingAxes.MostExact;
        double axes = isExact ? columns : LeadingAxes.Leading;
        var products = isExact ? rows * columns * columns * 2e-10 : rows * columns * axes * 4e-9;
        var turns = axes * axes * axes * 6e-9;
        return new(products + turns + (rows * columns * 1e-8) + 5e-5, (long)(rows * columns * 8) + (long)(axes * columns * 24))
        {
            RowSeconds = (axes * columns * 8e-10) + (columns * 3e-9) + 2e-8,
        };
    }

    /// <summary>Rows that are looked at, of so many.</summary>
    public static int Rows(int rows, int columns, int most) => (int)Math.Min(Math.Min(rows, most), Math.Max(FewestRows, MostNumbers / Math.Max(1, columns)));
}
