namespace Modelwright.Runtime.Prediction.Rules;

/// <summary>
/// The interval around an answered number that holds the true one as often as stated. Its width is the same everywhere, or
/// follows a scale that was learned over the answered number, on a line between points.
/// </summary>
public sealed record IntervalRule
{
    /// <summary>How often the true number is to be in the interval, over rows like those of training; above 0 and below 1.</summary>
    public required double Level { get; init; }

    /// <summary>How far the interval reaches below the answer, in units of the scale; 0 or more.</summary>
    public required double Below { get; init; }

    /// <summary>How far the interval reaches above the answer, in units of the scale; 0 or more.</summary>
    public required double Above { get; init; }

    /// <summary>Answered numbers at which the scale is known, ascending; none where the scale is 1 everywhere.</summary>
    public double[] At { get; init; } = [];

    /// <summary>The scale there, in the unit of the target, above 0.</summary>
    public double[] Scale { get; init; } = [];

    /// <summary>The interval around an answer.</summary>
    /// <param name="answer">The answered number.</param>
    /// <returns>Its two ends, in the unit of the target.</returns>
    public Interval Around(double answer)
    {
        var scale = ScaleAt(answer);
        return new(Math.Max(-double.MaxValue, answer - (Below * scale)), Math.Min(double.MaxValue, answer + (Above * scale)));
    }

    /// <summary>The scale at an answer: on a line between the points, beyond them that of the nearest.</summary>
    /// <param name="answer">The answered number.</param>
    /// <returns>The scale, in the unit of the target; 1 without points.</returns>
    public double ScaleAt(double answer) => ScaleLine.At(At, Scale, answer);

    /// <summary>What is wrong with it; null where it is sound.</summary>
    /// <returns>A sentence without its end, or null.</returns>
    public string? Fault()
    {
        var isSound = Level is > 0 and < 1 && Below >= 0 && Above >= 0 && double.IsFinite(Below) && double.IsFinite(Above) && ScaleLine.IsSound(At, Scale);
        return isSound ? null : $"a rule for intervals has a level above 0 and below 1, two finite reaches of 0 or more, and at most {ScaleLine.MostPoints} ascending points, each with a scale above 0";
    }

    /// <summary>Whether nothing in it differs from another.</summary>
    /// <param name="other">Another rule.</param>
    /// <returns>True where both are alike.</returns>
    public bool Equals(IntervalRule? other) =>
        other is not null && Level == other.Level && Below == other.Below && Above == other.Above && At.AsSpan().SequenceEqual(other.At) && Scale.AsSpan().SequenceEqual(other.Scale);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Level, Below, Above);
}
