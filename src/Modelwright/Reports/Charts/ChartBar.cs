namespace Modelwright.Reports.Charts;

/// <summary>A bar.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Value">Its length; may be negative.</param>
public sealed record ChartBar(string Name, double Value)
{
    /// <summary>Lower end of the 95 % interval; null where there is none.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper end of the 95 % interval.</summary>
    public double? Upper { get; init; }
}
