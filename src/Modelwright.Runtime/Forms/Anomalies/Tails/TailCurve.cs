using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Anomalies.Tails;

/// <summary>
/// How rare it is, in one column, to be so low and to be so high: minus the logarithms of both tails, at points and between them straight. A point
/// is a value that several rows share or the mean of several rows, so no row can be read out.
/// </summary>
/// <param name="Points">Ascending; none where nothing is known, and no value is then strange.</param>
/// <param name="Lower">One a point: minus the logarithm of the share of rows at or below it; falling, 0 or more.</param>
/// <param name="Upper">One a point: minus the logarithm of the share of rows at or above it; rising, 0 or more.</param>
public sealed record TailCurve(double[] Points, double[] Lower, double[] Upper)
{
    private const double Farthest = 1e300;

    /// <summary>Below the first point, and next to it: minus the logarithm of the share of rows.</summary>
    public double LowerStart { get; init; }

    /// <summary>Beyond the last point, and next to it.</summary>
    public double UpperStart { get; init; }

    /// <summary>Below the first point the tail thins out as 1 / (1 + distance / this), above 0.</summary>
    public double LowerReach { get; init; } = 1;

    /// <summary>Beyond the last point it thins out likewise.</summary>
    public double UpperReach { get; init; } = 1;

    /// <summary>Whether the longer tail is the lower one, by the sign of the skewness.</summary>
    public bool IsLowerLonger { get; init; }

    /// <summary>How rare it is to be at or below a value, and at or above it; 0 for both where it is missing.</summary>
    internal (double Lower, double Upper) At(double value)
    {
        if (Points.Length == 0 || double.IsNaN(value))
        {
            return (0, 0);
        }

        if (value < Points[0])
        {
            return (LowerStart + Thinned(Points[0], value, LowerReach), 0);
        }

        if (value > Points[^1])
        {
            return (0, UpperStart + Thinned(value, Points[^1], UpperReach));
        }

        var (first, last) = (0, Points.Length - 1);
        while (first < last)
        {
            var middle = (first + last) / 2;
            (first, last) = Points[middle] < value ? (middle + 1, last) : (first, middle);
        }

        return value == Points[first] ? (Lower[first], Upper[first]) : Between(first - 1, value);
    }

    private (double Lower, double Upper) Between(int point, double value)
    {
        // By halves, so that no difference leaves the range of numbers.
        var share = ((0.5 * value) - (0.5 * Points[point])) / ((0.5 * Points[point + 1]) - (0.5 * Points[point]));
        share = share is >= 0 and <= 1 ? share : 0.5;
        return (Lower[point] + (share * (Lower[point + 1] - Lower[point])), Upper[point] + (share * (Upper[point + 1] - Upper[point])));
    }

    private static double Thinned(double high, double low, double reach) => PortableMath.Log1p(Math.Min((high - low) / reach, Farthest));
}
