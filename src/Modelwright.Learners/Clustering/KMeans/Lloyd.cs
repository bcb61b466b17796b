using Modelwright.Core.Learning;
using Modelwright.Learners.Clustering.Points;

namespace Modelwright.Learners.Clustering.KMeans;

/// <summary>Moves centres to the means of their points until the sum of squares hardly falls.</summary>
/// <remarks>Lloyd 1982. One object is used by one thread.</remarks>
internal sealed class Lloyd(ClusterPoints points, PointTiles tiles, FitContext context)
{
    /// <summary>A fall by less than this share is not worth another move.</summary>
    private const double Tolerance = 1e-6;

    /// <summary>The assignment of the last run.</summary>
    public CenterAssignment Assignment { get; } = new(points, tiles);

    /// <summary>Runs from some centres, which are changed.</summary>
    /// <param name="centers">Centres x axes.</param>
    /// <param name="count">Number of centres.</param>
    /// <param name="iterations">Moves at most.</param>
    /// <returns>The last centres; the assignment is theirs.</returns>
    public CenterSet Run(double[] centers, int count, int iterations)
    {
        var inertia = Assignment.Assign(centers, count);
        for (var move = 0; move < iterations; move++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (move > 0 && context.IsLate)
            {
                return new(centers, count, inertia, move) { WasLate = true };
            }

            Assignment.Move(centers, count);
            var next = Assignment.Assign(centers, count);
            if (next >= inertia * (1 - Tolerance))
            {
                return new(centers, count, next, move + 1);
            }

            inertia = next;
        }

        return new(centers, count, inertia, iterations);
    }
}
