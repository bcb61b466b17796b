namespace Modelwright.Stress.Slices;

/// <summary>What is compared between slices: one figure a row, and how large a difference matters.</summary>
/// <param name="Figures">One a row; higher is worse.</param>
/// <param name="Losses">What each row costs, for the size that a difference is held against.</param>
/// <param name="Weights">One a row; null means one each.</param>
internal sealed record RowScores(double[] Figures, double[] Losses, double[]? Weights)
{
    /// <summary>A difference matters from this share of what other rows cost.</summary>
    private const double LeastShare = 0.3;

    /// <summary>A difference matters from so many standard deviations, which is small but there (Cohen 1988).</summary>
    private const double LeastEffect = 0.2;

    /// <summary>Whether rows stand above others by as much as matters.</summary>
    /// <param name="above">The difference of the means of the figure.</param>
    /// <param name="deviation">One standard deviation of the figure.</param>
    /// <param name="otherLoss">The mean loss of the other rows.</param>
    public static bool Matters(double above, double deviation, double otherLoss) => above > 0 && above >= LeastShare * otherLoss && above >= LeastEffect * deviation;
}
