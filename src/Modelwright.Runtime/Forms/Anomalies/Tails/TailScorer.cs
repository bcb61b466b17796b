namespace Modelwright.Runtime.Forms.Anomalies.Tails;

/// <summary>Adds up how rare the values of a row are.</summary>
internal sealed class TailScorer(TailCurves tails) : IRowScorer
{
    private readonly TailCurve[] _curves = [.. tails.Curves];

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<double> values, Span<double> scores)
    {
        for (var row = 0; row < scores.Length; row++)
        {
            scores[row] = Score(values.Slice(row * _curves.Length, _curves.Length));
        }
    }

    /// <inheritdoc/>
    public void Explain(ReadOnlySpan<double> values, Span<double> parts)
    {
        for (var place = 0; place < parts.Length; place++)
        {
            var (lower, upper) = _curves[place % _curves.Length].At(values[place]);
            parts[place] = Math.Max(lower, upper);
        }
    }

    private double Score(ReadOnlySpan<double> row)
    {
        var (lowers, uppers, longer, rarer) = (0.0, 0.0, 0.0, 0.0);
        for (var input = 0; input < row.Length; input++)
        {
            var (lower, upper) = _curves[input].At(row[input]);
            lowers += lower;
            uppers += upper;
            longer += _curves[input].IsLowerLonger ? lower : upper;
            rarer += Math.Max(lower, upper);
        }

        return tails.IsByColumn ? rarer : Math.Max(longer, Math.Max(lowers, uppers));
    }
}
