using Modelwright.Core.Errors;
using Modelwright.Validation;

namespace Modelwright.Explain;

/// <summary>
/// Typical rows: for each class, or each third of the numbers, the rows whose contributions are nearest to those of many others
/// (k-medoids: Kaufman and Rousseeuw 1987, with their greedy start and then turns of assigning and choosing anew).
/// </summary>
public static class Prototypes
{
    /// <summary>Rows of a group that are looked at: the work grows with their square.</summary>
    private const int MostRows = 1_000;
    private const int MostTurns = 30;
    private static readonly string[] Thirds = ["low", "middle", "high"];

    /// <summary>Chooses typical rows.</summary>
    /// <param name="explanations">Explained rows.</param>
    /// <param name="count">How many a group, 1 to 100.</param>
    /// <param name="seed">Chance of the draw where a group has more than 1,000 rows.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>Group after group, those that stand for most rows first; fewer where a group has fewer rows.</returns>
    /// <exception cref="OptionsException">The count is out of range.</exception>
    public static IReadOnlyList<Prototype> Of(Explanations explanations, int count, int seed = 0, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(explanations);
        if (count is < 1 or > 100)
        {
            throw new OptionsException($"1 to 100 typical rows a group can be chosen. Got {count}. Ask for 3, say.");
        }

        return [.. Groups(explanations).SelectMany(group => OfGroup(explanations, group.Name, group.Rows, count, seed, cancellation))];
    }

    private static IEnumerable<(string Name, int[] Rows)> Groups(Explanations explanations)
    {
        var rows = Enumerable.Range(0, explanations.Predictions.RowCount);
        if (explanations.Predictions.Classes.Count > 0)
        {
            return explanations.Predictions.Classes.Select(name => (name, rows.Where(row => explanations.Predictions.Label(row) == name).ToArray())).Where(group => group.Item2.Length > 0);
        }

        int[] order = [.. rows.OrderBy(row => explanations.Answer(row)).ThenBy(row => row)];
        return Thirds.Select((name, third) => (name, order[(third * order.Length / 3)..((third + 1) * order.Length / 3)].Order().ToArray())).Where(group => group.Item2.Length > 0);
    }

    private static IEnumerable<Prototype> OfGroup(Explanations explanations, string name, int[] all, int count, int seed, CancellationToken cancellation)
    {
        int[] rows = all.Length <= MostRows ? all : [.. RowSample.Draw(all.Length, MostRows, Seeds.Mix(seed, -8)).Select(place => all[place])];
        var distances = Distances(explanations, rows, cancellation);
        var medoids = Start(distances, Math.Min(count, rows.Length), cancellation);
        var nearest = Assign(distances, medoids);
        for (var turn = 0; turn < MostTurns; turn++)
        {
            cancellation.ThrowIfCancellationRequested();
            var moved = Move(distances, medoids, nearest);
            if (moved.SequenceEqual(medoids))
            {
                break;
            }

            medoids = moved;
            nearest = Assign(distances, medoids);
        }

        return medoids
            .Select((medoid, place) => (medoid, Count: nearest.Count(one => one == place)))
            .OrderByDescending(one => one.Count).ThenBy(one => one.medoid)
            .Select(one => new Prototype(name, rows[one.medoid], one.Count, (double)one.Count / rows.Length));
    }

    private static float[][] Distances(Explanations explanations, int[] rows, CancellationToken cancellation)
    {
        var distances = new float[rows.Length][];
        for (var row = 0; row < rows.Length; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            distances[row] = new float[rows.Length];
            var own = explanations.Of(rows[row], explanations.OutputOf(rows[row]));
            for (var other = 0; other < row; other++)
            {
                var sum = 0.0;
                var more = explanations.Of(rows[other], explanations.OutputOf(rows[other]));
                for (var column = 0; column < own.Length; column++)
                {
                    sum += (own[column] - more[column]) * (own[column] - more[column]);
                }

                distances[row][other] = distances[other][row] = (float)Math.Sqrt(sum);
            }
        }

        return distances;
    }

    /// <summary>One after another, the row that brings all rows nearest to a chosen one.</summary>
    private static int[] Start(float[][] distances, int count, CancellationToken cancellation)
    {
        var medoids = new List<int>();
        var nearest = new double[distances.Length];
        Array.Fill(nearest, double.PositiveInfinity);
        while (medoids.Count < count)
        {
            cancellation.ThrowIfCancellationRequested();
            var best = Enumerable.Range(0, distances.Length).Except(medoids)
                .MinBy(row => distances[row].Select((distance, other) => Math.Min(distance, nearest[other])).Sum());
            medoids.Add(best);
            for (var row = 0; row < nearest.Length; row++)
            {
                nearest[row] = Math.Min(nearest[row], distances[best][row]);
            }
        }

        return [.. medoids];
    }

    private static int[] Assign(float[][] distances, int[] medoids) =>
        [.. Enumerable.Range(0, distances.Length).Select(row => Enumerable.Range(0, medoids.Length).MinBy(place => medoids[place] == row ? -1 : distances[medoids[place]][row]))];

    private static int[] Move(float[][] distances, int[] medoids, int[] nearest) =>
    [
        .. medoids.Select((medoid, place) =>
        {
            int[] own = [.. Enumerable.Range(0, nearest.Length).Where(row => nearest[row] == place)];
            double Cost(int row) => own.Sum(other => (double)distances[row][other]);
            var best = own.MinBy(Cost);
            return Cost(best) < Cost(medoid) ? best : medoid;
        }),
    ];
}
