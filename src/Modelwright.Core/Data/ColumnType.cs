namespace Modelwright.Core.Data;

/// <summary>How the values of a column are held; what they are for is its <see cref="ColumnRole"/>.</summary>
public enum ColumnType
{
    /// <summary>Double precision; NaN is missing.</summary>
    Number,

    /// <summary>A code into a list of levels; -1 is missing. Booleans are categories with the levels "false" and "true".</summary>
    Category,

    /// <summary>Free text; null is missing.</summary>
    Text,

    /// <summary>Ticks (100 ns) since 0001-01-01 without a zone; <see cref="long.MinValue"/> is missing.</summary>
    Time,
}
