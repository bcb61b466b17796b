using Modelwright.Core.Learning;

namespace Modelwright.Runtime.Forms.Anomalies.Tails;

/// <summary>The tails of all columns.</summary>
/// <param name="Inputs">Number columns.</param>
/// <param name="Curves">One an input.</param>
/// <param name="IsByColumn">
/// Whether each column counts by its rarer tail, so that a value further out is never less strange; if not, the largest of three sums over columns
/// counts: of the lower tails, of the upper ones, and of each column's longer one.
/// </param>
public sealed record TailCurves(IReadOnlyList<FormInput> Inputs, IReadOnlyList<TailCurve> Curves, bool IsByColumn)
{
    internal long Bytes => Curves.Sum(curve => 120 + (24L * curve.Points.Length));
}
