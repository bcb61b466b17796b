namespace Modelwright.Core.Errors;

/// <summary>Finds the name that a person probably meant, for texts such as "did you mean 'age'?".</summary>
public static class NearestName
{
    /// <summary>The candidate with the smallest edit distance (two swapped neighbours count one), if it is at most a third of the name's length (and 3).</summary>
    /// <param name="name">The name as typed.</param>
    /// <param name="candidates">The names that exist.</param>
    /// <returns>The nearest candidate, or null where none is near; letter case does not count as a difference.</returns>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(candidates);
        var limit = Math.Clamp(name.Length / 3, 1, 3);
        var nearest = candidates
            .Where(candidate => Math.Abs(candidate.Length - name.Length) <= limit)
            .Select(candidate => (Name: candidate, Distance: Distance(name, candidate)))
            .Where(candidate => candidate.Distance <= limit)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Name;
    }

    /// <summary>" Did you mean 'x'?" for the nearest candidate, or an empty text.</summary>
    /// <param name="name">The name as typed.</param>
    /// <param name="candidates">The names that exist.</param>
    /// <returns>A sentence with a space before it, or an empty text.</returns>
    public static string Suggest(string name, IEnumerable<string> candidates) =>
        Find(name, candidates) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    // Optimal string alignment: a change, a letter more, a letter less, or two neighbours swapped count one each.
    private static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++)
        {
            rows[row, 0] = row;
        }

        for (var column = 0; column <= right.Length; column++)
        {
            rows[0, column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            for (var column = 1; column <= right.Length; column++)
            {
                var change = rows[row - 1, column - 1] + (Same(left[row - 1], right[column - 1]) ? 0 : 1);
                var nearest = Math.Min(change, Math.Min(rows[row - 1, column], rows[row, column - 1]) + 1);
                var isSwap = row > 1 && column > 1 && Same(left[row - 1], right[column - 2]) && Same(left[row - 2], right[column - 1]);
                rows[row, column] = isSwap ? Math.Min(nearest, rows[row - 2, column - 2] + 1) : nearest;
            }
        }

        return rows[left.Length, right.Length];
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
