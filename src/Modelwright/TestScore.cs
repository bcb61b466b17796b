using Modelwright.Recording;

namespace Modelwright;

/// <summary>What the shipped model scored on the rows a person named as test rows.</summary>
/// <param name="Rows">Test rows that have a target.</param>
/// <param name="Figures">Figures on them.</param>
internal sealed record TestScore(int Rows, IReadOnlyList<Figure> Figures);
