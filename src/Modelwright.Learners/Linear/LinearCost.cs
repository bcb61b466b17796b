using Modelwright.Core.Learning;

namespace Modelwright.Learners.Linear;

/// <summary>What a linear fit costs, fitted to measurements.</summary>
internal static class LinearCost
{
    /// <summary>Looks at the data until a usual tolerance, as measured on mixed sets.</summary>
    private const double UsualLooks = 25;

    /// <summary>The cost of a fit at one penalty.</summary>
    public static FitCost Estimate(DataShape shape, LinearSettings settings)
    {
        double rows = Math.Max(1, shape.Rows);
        double columns = Math.Max(1, shape.Features);
        var outputs = shape.Outputs > 2 ? shape.Outputs : 1;
        var looks = Math.Min(settings.MaxIterations, UsualLooks) + 2;
        var once = rows * columns * 1.2e-8;
        var pairs = shape.Task.AnswersNumbers && columns <= 160;
        var seconds = pairs
            ? rows * columns * columns * 3e-10
            : looks * rows * outputs * ((columns * 1.2e-9) + 2.5e-8);
        return new(once + seconds + 2e-5, (long)((rows * 24) + (64 * outputs * columns * 8)));
    }
}
