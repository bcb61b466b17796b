namespace Modelwright.Learners.Linear;

/// <summary>Where a minimisation ended.</summary>
/// <param name="Point">The parameters.</param>
/// <param name="Iterations">Iterations done.</param>
/// <param name="HasConverged">Whether there was nothing left to gain.</param>
/// <param name="WasLate">Whether the deadline ended it.</param>
internal sealed record Descent(double[] Point, int Iterations, bool HasConverged, bool WasLate);
