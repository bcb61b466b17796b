namespace Modelwright.Reports.Charts;

/// <summary>How points are drawn; lines differ by their dashes and dots by their shape, so that no colour is needed.</summary>
public enum SeriesLook
{
    /// <summary>Joined by a line.</summary>
    Line,

    /// <summary>Dots, with a whisker where a point has an interval.</summary>
    Dots,

    /// <summary>Dots joined by a line.</summary>
    DottedLine,

    /// <summary>Areas from the bottom, each from its point to the next: a histogram.</summary>
    Area,

    /// <summary>A thin dashed line to compare with.</summary>
    Reference,
}
