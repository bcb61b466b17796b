namespace Modelwright.Reports.Charts;

/// <summary>A point of a line, with how sure it is where that is known.</summary>
/// <param name="X">Its place on the horizontal axis.</param>
/// <param name="Y">Its place on the vertical axis.</param>
public sealed record ChartPoint(double X, double Y)
{
    /// <summary>Lower end of its 95 % interval; null where there is none.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper end of its 95 % interval.</summary>
    public double? Upper { get; init; }

    /// <summary>Its name; null where only the line has one.</summary>
    public string? Name { get; init; }
}
