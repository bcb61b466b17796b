namespace Modelwright.Monitoring.References;

/// <summary>What performance is estimated with, and what it was on honest rows.</summary>
internal sealed record ReferencePerformance
{
    /// <summary>The metrics that are watched; the main one first.</summary>
    public required IReadOnlyList<ReferenceFigure> Figures { get; init; }

    /// <summary>For classes: the calibration of each, learned on the labelled rows; empty where there were none.</summary>
    public IReadOnlyList<CalibrationLine> Calibration { get; init; } = [];

    /// <summary>For classes: how far each stands off by bins, after its calibration; empty without labels, or with very many classes.</summary>
    public IReadOnlyList<OffsetTable> Offsets { get; init; } = [];

    /// <summary>For numbers: the expected absolute error by bins; null without labels.</summary>
    public LossTable? Absolute { get; init; }

    /// <summary>For numbers: the expected squared error by bins; null without labels.</summary>
    public LossTable? Squared { get; init; }
}
