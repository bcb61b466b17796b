namespace Modelwright.Tasks.Anomalies.Contamination;

/// <summary>
/// What the scores of usual rows look like, told by the middle half of all rows alone: a normal number, shifted, skewed, and stretched as the
/// quarter below the middle is, which up to a quarter of anomalies can hardly bend.
/// </summary>
/// <remarks>The g distribution by its quartiles: Hoaglin 1985, "Summarizing shape numerically: the g-and-h distributions".</remarks>
internal sealed class UsualShape
{
    /// <summary>The upper quartile of a normal number.</summary>
    private const double Quartile = 0.6744897501960817;

    /// <summary>
    /// That of the sum of the surprises of two independent columns. Scores that are more skewed have strange rows in their upper half: were that taken
    /// as the shape of usual ones, a tenth of strange rows or more would hide itself.
    /// </summary>
    private const double MostSkew = 0.5;

    private const double Straight = 1e-6;

    /// <summary>A row farther out than this is as strange as can be said.</summary>
    private const double Farthest = 40;

    private readonly double _middle;
    private readonly double _scale;
    private readonly double _skew;

    private UsualShape(double middle, double scale, double skew) => (_middle, _scale, _skew) = (middle, scale, skew);

    /// <summary>The shape of sorted scores; null where a quarter of the rows or more score alike.</summary>
    public static UsualShape? Of(double[] sorted)
    {
        var (low, middle, high) = (Quantiles.At(sorted, 0.25), Quantiles.At(sorted, 0.5), Quantiles.At(sorted, 0.75));
        if (!(high > middle && middle > low))
        {
            return null;
        }

        // Usual scores never have a long tail below: a skew to that side is taken as none, which is the cautious side above.
        var skew = Math.Clamp(Math.Log((high - middle) / (middle - low)) / Quartile, 0, MostSkew);
        var width = skew < Straight ? Quartile : (1 - Math.Exp(-skew * Quartile)) / skew;
        return new(middle, (middle - low) / width, skew);
    }

    /// <summary>The normal number that a score would be, were the row a usual one; higher is stranger.</summary>
    public double Normal(double score)
    {
        var apart = (score - _middle) / _scale;
        if (_skew < Straight)
        {
            return Math.Clamp(apart, -Farthest, Farthest);
        }

        var grown = 1 + (_skew * apart);
        return grown > 0 ? Math.Clamp(Math.Log(grown) / _skew, -Farthest, Farthest) : -Farthest;
    }
}
