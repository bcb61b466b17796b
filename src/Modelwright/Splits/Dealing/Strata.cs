using Modelwright.Core.Data;

namespace Modelwright.Splits.Dealing;

/// <summary>Rows brought into an order in which neighbours have like targets, so that dealing them out keeps its distribution.</summary>
/// <param name="Rows">All rows; of equal targets in an order of chance.</param>
/// <param name="Starts">Where each class starts, and the end; null for numbers, which have no classes.</param>
internal sealed record Strata(int[] Rows, int[]? Starts)
{
    /// <summary>Orders the rows by target.</summary>
    /// <param name="request">The rows and their target.</param>
    /// <param name="random">For the order of equals.</param>
    public static Strata Of(SplitRequest request, SplitRandom random)
    {
        var rows = random.Permutation(request.RowCount);
        if (request.Target is NumberColumn numbers)
        {
            var values = new double[request.RowCount];
            numbers.Values.CopyTo(values);
            var keys = Array.ConvertAll(rows, row => values[row]);
            var places = Enumerable.Range(0, rows.Length).ToArray();
            Array.Sort(places, (one, other) => keys[one].CompareTo(keys[other]) is var order and not 0 ? order : one - other);
            return new(Array.ConvertAll(places, place => rows[place]), null);
        }

        var codes = Codes.Of(request.Target, request.RowCount);
        var starts = new int[codes.Count + 1];
        foreach (var code in codes.OfRow)
        {
            starts[code + 1]++;
        }

        for (var code = 0; code < codes.Count; code++)
        {
            starts[code + 1] += starts[code];
        }

        var next = (int[])starts.Clone();
        var ordered = new int[rows.Length];
        foreach (var row in rows)
        {
            ordered[next[codes.OfRow[row]]++] = row;
        }

        return new(ordered, starts);
    }
}
