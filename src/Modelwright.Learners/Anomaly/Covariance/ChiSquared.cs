namespace Modelwright.Learners.Anomaly.Covariance;

/// <summary>Quantiles of the chi-squared distribution to a few parts in a thousand: Wilson &amp; Hilferty 1931.</summary>
internal static class ChiSquared
{
    /// <summary>The value that a share lies below; shares of a half and 0.975 are known.</summary>
    public static double Quantile(double share, int degrees)
    {
        var normal = share == 0.5 ? 0 : 1.959963984540054;
        var root = 1 - (2 / (9.0 * degrees)) + (normal * Math.Sqrt(2 / (9.0 * degrees)));
        return degrees * root * root * root;
    }
}
