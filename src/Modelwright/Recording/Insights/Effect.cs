namespace Modelwright.Recording.Insights;

/// <summary>How the mean answer moves with the values of one column.</summary>
/// <param name="Column">The column of the data.</param>
/// <param name="Output">The class whose probability is meant; null for numbers.</param>
/// <param name="Kind">What the points are: 'number', 'time' (days since 0001-01-01) or 'category'.</param>
/// <param name="Rows">Rows that the means are of.</param>
/// <param name="Points">The points; numbers and times ascend, levels come by their mean answer.</param>
public sealed record Effect(string Column, string? Output, string Kind, int Rows, IReadOnlyList<EffectPoint> Points);
