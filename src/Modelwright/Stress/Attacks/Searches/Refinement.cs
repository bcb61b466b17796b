using Modelwright.Stress.Attacks.Rows;

namespace Modelwright.Stress.Attacks.Searches;

/// <summary>Makes a change that flips an answer cheaper: takes back what is not needed, and brings numbers as near to the row as they may be. Sees the answered class only.</summary>
internal static class Refinement
{
    private const int Passes = 3;
    private const int Points = 10;
    private const int MostColumns = 12;

    /// <summary>Refines.</summary>
    /// <param name="row">The row.</param>
    /// <param name="change">A change that flips its answer.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>The cheapest found; the same one where nothing is.</returns>
    public static RowChange Of(AttackedRow row, RowChange change, CancellationToken cancellation)
    {
        var fewer = Nearer(row, Fewer(row, row.Changed.Cleaned(change), cancellation), cancellation);
        return Fewer(row, fewer, cancellation);
    }

    /// <summary>Gives columns their own values back, the dearest first.</summary>
    private static RowChange Fewer(AttackedRow row, RowChange change, CancellationToken cancellation)
    {
        while (change.Columns.Length > 1)
        {
            RowChange[] without = [.. change.Columns.Select(change.Without)];
            var judged = row.Ask(without, cancellation);
            int[] free = [.. Enumerable.Range(0, without.Length).Where(place => judged[place].IsFlipped).OrderBy(place => row.Cost(without[place])).Select(place => change.Columns[place])];
            if (free.Length == 0)
            {
                break;
            }

            // Each alone can go; how many of them can go together is asked at once.
            var fewer = new List<RowChange>();
            foreach (var column in free)
            {
                fewer.Add((fewer.Count == 0 ? change : fewer[^1]).Without(column));
            }

            var last = fewer.Count == 1 ? 0 : Array.FindLastIndex(row.Ask(fewer, cancellation), one => one.IsFlipped);
            change = fewer[Math.Max(0, last)];
        }

        return change;
    }

    /// <summary>Brings numbers nearer, the dearest first.</summary>
    private static RowChange Nearer(AttackedRow row, RowChange change, CancellationToken cancellation)
    {
        foreach (var column in change.Columns.Where(column => row.Columns[column].IsNumber).OrderByDescending(column => row.Columns[column].Cost(change[column]!.Value)).Take(MostColumns))
        {
            var reach = row.Columns[column].Reach;
            var (near, far) = (reach.Own, change[column]!.Value.Number);
            for (var pass = 0; pass < Passes; pass++)
            {
                double[] between = [.. Enumerable.Range(1, Points).Select(place => reach.Toward(near + ((far - near) * place / (Points + 1)))).Distinct().Where(value => value != near && value != far && value != reach.Own)];
                var judged = row.Ask([.. between.Select(value => change.With(column, new(value, null)))], cancellation);
                var first = Array.FindIndex(judged, one => one.IsFlipped);
                (near, far) = first < 0 ? (between.LastOrDefault(near), far) : (first == 0 ? near : between[first - 1], between[first]);
            }

            change = change.With(column, new(far, null));
        }

        return change;
    }
}
