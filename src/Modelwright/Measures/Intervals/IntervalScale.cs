namespace Modelwright.Measures.Intervals;

/// <summary>The scale on which a score spreads evenly, so that its interval stays in range and covers as often as it says.</summary>
internal enum IntervalScale
{
    /// <summary>The log of the odds between minimum and maximum; between -1 and 1 this is Fisher's z.</summary>
    LogOdds,

    /// <summary>A share of rows: Wilson's score interval, with the rows that would give the spread found.</summary>
    Share,

    /// <summary>The log of the distance to the perfect score 0 from above.</summary>
    Log,

    /// <summary>The log of the distance to the maximum, for scores without a minimum.</summary>
    LogBelow,
}
