namespace Modelwright.Stress.Attacks.Rows;

/// <summary>Texts as lists of words.</summary>
internal static class Words
{
    /// <summary>How many words differ: words changed, left out or put in, at the least; 1 where only white space differs, 0 for the same text.</summary>
    public static int Changed(string before, string after)
    {
        if (before == after)
        {
            return 0;
        }

        ReadOnlySpan<string> one = before.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        ReadOnlySpan<string> other = after.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

        // What an attack changes is a few words of a long text.
        var start = one.CommonPrefixLength(other);
        one = one[start..];
        other = other[start..];
        while (one.Length > 0 && other.Length > 0 && one[^1] == other[^1])
        {
            one = one[..^1];
            other = other[..^1];
        }

        return Math.Max(1, Distance(one, other));
    }

    private static int Distance(ReadOnlySpan<string> one, ReadOnlySpan<string> other)
    {
        var costs = new int[other.Length + 1];
        for (var place = 0; place < costs.Length; place++)
        {
            costs[place] = place;
        }

        for (var row = 0; row < one.Length; row++)
        {
            var corner = costs[0]++;
            for (var place = 0; place < other.Length; place++)
            {
                var changed = corner + (one[row] == other[place] ? 0 : 1);
                corner = costs[place + 1];
                costs[place + 1] = Math.Min(changed, 1 + Math.Min(costs[place], corner));
            }
        }

        return costs[^1];
    }
}
