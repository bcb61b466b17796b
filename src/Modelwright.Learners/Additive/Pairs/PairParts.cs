namespace Modelwright.Learners.Additive.Pairs;

/// <summary>The bins of a column joined to few parts of about equally many rows, for tables of pairs.</summary>
/// <param name="OfBin">For each bin its part; bin 0 stays part 0.</param>
/// <param name="Count">Number of parts.</param>
internal sealed record PairParts(int[] OfBin, int Count)
{
    /// <summary>Parts of a column at most besides part 0; fewer where a table would have more cells than there are rows.</summary>
    private const int MostParts = 32;

    private const int FewestParts = 6;

    /// <summary>Joins the bins of a column.</summary>
    /// <param name="input">The column.</param>
    /// <param name="rows">Number of rows, the padding left out.</param>
    public static PairParts Of(BinnedInput input, int rows)
    {
        var counts = new int[input.Count];
        foreach (var bin in input.Bins.AsSpan(0, rows))
        {
            counts[bin]++;
        }

        var most = Math.Clamp((int)Math.Sqrt(rows), FewestParts, MostParts);
        var left = rows - counts[0];
        var parts = new int[input.Count];
        var part = 0;
        var isFew = input.Count - 1 <= most;
        for (var bin = 1; bin < parts.Length;)
        {
            part++;
            var wanted = isFew ? 0 : left / (double)(most - part + 1);
            var held = 0;
            do
            {
                held += counts[bin];
                parts[bin++] = part;
            }
            while (bin < parts.Length && (part == most || (!isFew && held + (counts[bin] / 2.0) <= wanted)));
            left -= held;
        }

        return new(parts, part + 1);
    }
}
