namespace Modelwright.Learners.Anomaly;

/// <summary>Draws different rows by chance, at a cost that does not grow with the rows there are.</summary>
/// <remarks>Floyd's algorithm: Bentley &amp; Floyd 1987, "A sample of brilliance".</remarks>
internal static class DrawnRows
{
    /// <summary>So many rows below a count, in ascending order; all of them where there are no more.</summary>
    public static int[] Of(int count, int wanted, ref SeededRandom random)
    {
        if (wanted >= count)
        {
            return [.. Enumerable.Range(0, count)];
        }

        HashSet<int> drawn = new(wanted);
        for (var last = count - wanted; last < count; last++)
        {
            if (!drawn.Add(random.Below(last + 1)))
            {
                drawn.Add(last);
            }
        }

        int[] rows = [.. drawn];
        Array.Sort(rows);
        return rows;
    }
}
