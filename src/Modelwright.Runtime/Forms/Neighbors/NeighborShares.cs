using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Forms.Neighbors;

/// <summary>How much each neighbour of a row counts.</summary>
internal static class NeighborShares
{
    /// <summary>Room is made for the neighbours of each row of a chunk.</summary>
    private const int MostNeighbors = 10_000;

    /// <summary>Rows that a point may stand for; sums of masses stay far within range.</summary>
    private const double MostMass = 1e12;

    internal static void Check(string form, NeighborSettings settings, ReadOnlySpan<double> masses, int points)
    {
        if (settings.Neighbors is < 1 or > MostNeighbors)
        {
            throw new ArtifactException($"Form '{form}' asks {settings.Neighbors} neighbours. Ask from 1 to {MostNeighbors}.");
        }

        if (masses.Length != points)
        {
            throw new ArtifactException($"Form '{form}' has {masses.Length} masses for {points} points. Give one a point.");
        }

        foreach (var mass in masses)
        {
            if (!(mass > 0 && mass <= MostMass))
            {
                throw new ArtifactException(FormattableString.Invariant($"A mass of form '{form}' is {mass}; it must be above 0 and at most {MostMass}. Make the model again."));
            }
        }
    }

    /// <summary>Writes a share for each neighbour, 0 for those beyond the rows asked for; all together are the rows that were there to ask.</summary>
    /// <param name="settings">How many and how.</param>
    /// <param name="masses">Rows that each point stands for.</param>
    /// <param name="points">Numbers of points, nearest first; -1 where there is none.</param>
    /// <param name="distances">Their distances.</param>
    /// <param name="shares">One a neighbour.</param>
    internal static void Of(NeighborSettings settings, ReadOnlySpan<double> masses, ReadOnlySpan<int> points, ReadOnlySpan<double> distances, Span<double> shares)
    {
        var left = (double)settings.Neighbors;
        var (sum, taken) = (0.0, 0.0);
        for (var place = 0; place < points.Length; place++)
        {
            shares[place] = 0;
            if (left <= 0 || points[place] < 0)
            {
                continue;
            }

            var mass = Math.Min(left, masses[points[place]]);
            left -= mass;
            taken += mass;
            shares[place] = mass * (settings.Vote == NeighborVote.Uniform ? 1 : Closeness(distances[0], distances[place]));
            sum += shares[place];
        }

        for (var place = 0; place < shares.Length; place++)
        {
            // Divided first: a share is no more than the sum, whatever masses a file holds.
            shares[place] = shares[place] / sum * taken;
        }
    }

    /// <summary>The inverse of the distance, in units of the nearest one's.</summary>
    private static double Closeness(double nearest, double distance) => distance > 0 ? nearest / distance : 1;
}
