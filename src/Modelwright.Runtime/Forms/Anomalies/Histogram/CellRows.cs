using Modelwright.Core.Learning;

namespace Modelwright.Runtime.Forms.Anomalies.Histogram;

/// <summary>The histograms of all columns.</summary>
/// <param name="Inputs">Number columns.</param>
/// <param name="Rows">One an input.</param>
public sealed record CellRows(IReadOnlyList<FormInput> Inputs, IReadOnlyList<CellRow> Rows)
{
    internal long Bytes => Rows.Sum(row => 80 + (16L * row.Rarities.Length));
}
