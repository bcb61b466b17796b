using Modelwright.Core.Data;

namespace Modelwright.Learners.Neighbors;

/// <summary>
/// How much a column tells of the target, by itself or beside one other: the share of the target's squared differences that
/// lies between groups of rows of similar values (the correlation ratio; for classes Goodman and Kruskal's tau), less what
/// chance explains and twice its deviation, so that noise does not stretch one column beside another.
/// </summary>
internal static class ColumnRelevance
{
    /// <summary>Rows that are looked at; more change the shares little.</summary>
    public const int MostRows = 4000;

    /// <summary>Columns up to which pairs are looked at, as for an exclusive or, of which no column tells by itself.</summary>
    public const int MostPaired = 24;

    private const int Groups = 16;
    private const int GroupsOfPair = 4;

    /// <summary>One share a column, from 0 to 1.</summary>
    public static double[] Of(IReadOnlyList<NumberColumn> columns, TargetShares target, CancellationToken cancellation)
    {
        var shares = new double[columns.Count];
        for (var column = 0; column < shares.Length; column++)
        {
            cancellation.ThrowIfCancellationRequested();
            shares[column] = target.Between(GroupsOf(columns[column], target.Rows, Groups), Groups);
        }

        if (columns.Count <= MostPaired)
        {
            Raise(shares, [.. columns.Select(column => GroupsOf(column, target.Rows, GroupsOfPair))], target, cancellation);
        }

        return shares;
    }

    /// <summary>Raises the share of a column to what it adds to that of another one.</summary>
    private static void Raise(double[] shares, int[][] groups, TargetShares target, CancellationToken cancellation)
    {
        double[] alone = [.. groups.Select(some => target.Between(some, GroupsOfPair))];
        var joined = new int[target.Rows.Length];
        for (var one = 0; one < groups.Length; one++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var other = one + 1; other < groups.Length; other++)
            {
                for (var place = 0; place < joined.Length; place++)
                {
                    joined[place] = (groups[one][place] * GroupsOfPair) + groups[other][place];
                }

                var both = target.Between(joined, GroupsOfPair * GroupsOfPair);
                shares[one] = Math.Max(shares[one], both - alone[other]);
                shares[other] = Math.Max(shares[other], both - alone[one]);
            }
        }
    }

    /// <summary>The group of each row: about equally many rows in each, equal values in one.</summary>
    private static int[] GroupsOf(NumberColumn column, int[] rows, int most)
    {
        double[] values = [.. rows.Select(row => column.Values.At(row))];
        int[] order = [.. Enumerable.Range(0, rows.Length)];
        Array.Sort(values, order);
        var groups = new int[rows.Length];
        var (group, start) = (0, 0);
        for (var place = 0; place < values.Length; place++)
        {
            groups[order[place]] = group;
            var isFull = (place + 1 - start) * most >= values.Length;
            if (isFull && group + 1 < most && place + 1 < values.Length && values[place + 1] != values[place])
            {
                (group, start) = (group + 1, place + 1);
            }
        }

        return groups;
    }
}
