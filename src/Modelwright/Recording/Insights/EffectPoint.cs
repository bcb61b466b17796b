namespace Modelwright.Recording.Insights;

/// <summary>The mean answer where a column has one value.</summary>
public sealed record EffectPoint
{
    /// <summary>The value of a number, or the day of a time; null for a level.</summary>
    public double? Value { get; init; }

    /// <summary>The level; null for numbers and times.</summary>
    public string? Level { get; init; }

    /// <summary>Partial dependence: the mean answer of all rows, had they this value.</summary>
    public required double Mean { get; init; }

    /// <summary>Lower end of the 95 % interval of the mean over rows.</summary>
    public required double Lower { get; init; }

    /// <summary>Upper end of the 95 % interval of the mean over rows.</summary>
    public required double Upper { get; init; }

    /// <summary>Accumulated local effect: the same, but summed up from rows near the value, less its mean. It stays right where columns go together.</summary>
    public required double Accumulated { get; init; }

    /// <summary>Share of the rows: with this level, or from this value to the next.</summary>
    public required double Share { get; init; }
}
