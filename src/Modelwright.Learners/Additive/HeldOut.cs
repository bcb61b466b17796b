namespace Modelwright.Learners.Additive;

/// <summary>Which rows each bag holds out: parts of equal size, of all classes alike, drawn by the seed.</summary>
internal static class HeldOut
{
    /// <summary>Parts that rows are cut into at the least: a bag learns from six sevenths of them or more.</summary>
    private const int FewestParts = 7;

    private const int Stream = 0x0BA6;

    /// <summary>One list of rows a bag.</summary>
    public static int[][] Of(BoostTarget target, int bags, int seed)
    {
        var rows = new int[target.Rows];
        var random = new SeededRandom(seed, Stream);
        for (var row = 0; row < rows.Length; row++)
        {
            var other = random.Below(row + 1);
            (rows[row], rows[other]) = (rows[other], row);
        }

        int[] ordered = target.Classes > 0 ? [.. rows.OrderBy(row => target.Values[row])] : rows;
        var parts = Math.Min(Math.Max(bags, FewestParts), target.Rows);
        return [.. Enumerable.Range(0, bags).Select(bag => ordered.Where((_, place) => place % parts == bag % parts).Order().ToArray())];
    }
}
