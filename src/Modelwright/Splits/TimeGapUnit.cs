namespace Modelwright.Splits;

/// <summary>What a distance between rows is counted in.</summary>
public enum TimeGapUnit
{
    /// <summary>Rows in order of time.</summary>
    Rows,

    /// <summary>100 ns, of columns of times.</summary>
    Ticks,

    /// <summary>The unit of a column of numbers.</summary>
    OfColumn,
}
