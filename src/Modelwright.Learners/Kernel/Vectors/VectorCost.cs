using Modelwright.Core.Learning;

namespace Modelwright.Learners.Kernel.Vectors;

/// <summary>What a kernel support vector machine costs, fitted to measurements.</summary>
internal static class VectorCost
{
    /// <summary>Part of the rows that become support vectors, as measured on mixed sets.</summary>
    private const double UsualSupport = 0.5;

    /// <summary>The cost of a fit and of an answer.</summary>
    public static FitCost Estimate(DataShape shape, VectorSettings settings)
    {
        double rows = Math.Clamp(shape.Rows, 2, settings.MaxRows);
        double columns = Math.Max(1, shape.Features);
        double outputs = shape.Outputs > 2 ? shape.Outputs : 1;
        var isNumber = shape.Task.AnswersNumbers;
        var pairs = Math.Min(settings.MaxIterations, isNumber ? 5 * rows * Math.Pow(settings.Cost, 0.7) : 0.6 * rows * Math.Pow(Math.Max(settings.Cost, 0.1), 0.4));
        var fits = isNumber ? 1 : 1 + (0.7 * settings.InnerFolds);
        var kernel = rows * rows * UsualSupport * ((columns * 4e-10) + 4e-9);
        var kept = Math.Min(1, settings.CacheBytes / (rows * rows * UsualSupport * 4));
        var again = (1 - kept) * pairs * outputs * fits * rows * ((columns * 4e-10) + 4e-9);
        var moves = pairs * outputs * fits * rows * (isNumber ? 6e-9 : 3e-9);
        var median = columns * 500 * 500 / 2 * 1e-9;
        return new(kernel + again + moves + median + 1e-4, (long)(Math.Min(settings.CacheBytes, rows * rows * 4) + (rows * ((columns * 16) + (outputs * 40)))))
        {
            RowSeconds = rows * (isNumber ? 0.4 : 0.25) * ((columns * 4e-10) + 1.2e-8 + (outputs * 1e-9)),
        };
    }

    /// <summary>Bytes of a form.</summary>
    public static double FormBytes(DataShape shape, int rows) => rows * 8.0 * (shape.Features + (shape.Outputs > 2 ? shape.Outputs : 1));
}
