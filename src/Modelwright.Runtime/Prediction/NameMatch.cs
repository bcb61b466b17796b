namespace Modelwright.Runtime.Prediction;

/// <summary>Finds the name that stands for a column: the same, or the only one that differs in letter case alone.</summary>
internal static class NameMatch
{
    internal static int Find(IReadOnlyList<string> names, string column)
    {
        var found = -1;
        var count = 0;
        for (var place = 0; place < names.Count; place++)
        {
            if (names[place] == column)
            {
                return place;
            }

            if (string.Equals(names[place], column, StringComparison.OrdinalIgnoreCase))
            {
                found = place;
                count++;
            }
        }

        return count == 1 ? found : -1;
    }
}
