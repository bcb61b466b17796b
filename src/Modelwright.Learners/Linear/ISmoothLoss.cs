namespace Modelwright.Learners.Linear;

/// <summary>A convex loss with a slope everywhere. Parameters: coefficients output by output, then one intercept an output.</summary>
internal interface ISmoothLoss
{
    /// <summary>Number of parameters.</summary>
    int Length { get; }

    /// <summary>About the curvature along a coefficient of a standardised column.</summary>
    double Curvature { get; }

    /// <summary>The loss at a point.</summary>
    /// <param name="point">The parameters.</param>
    /// <param name="gradient">Filled with the slopes.</param>
    /// <returns>The weighted mean of the rows' losses.</returns>
    double Evaluate(ReadOnlySpan<double> point, Span<double> gradient);
}
