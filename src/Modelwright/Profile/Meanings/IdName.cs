using System.Collections.Frozen;

namespace Modelwright.Profile.Meanings;

/// <summary>Whether a column's name says that it names the row.</summary>
internal static class IdName
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        ["id", "uid", "uuid", "guid", "key", "index", "idx", "rowid", "row_id", "rownum", "row_number", "rownumber", "record", "serial", "instant"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Clocks = ["year", "date", "time", "month", "week", "day", "hour", "minute", "second", "period", "epoch"];

    internal static bool Matches(string name) => Names.Contains(name) || IsCode(name);

    /// <summary>Whether the name is 'id' or ends with it as a word of its own.</summary>
    internal static bool IsCode(string name) =>
        name.Equals("id", StringComparison.OrdinalIgnoreCase)
        || (name.Length > 2
            && name.EndsWith("id", StringComparison.OrdinalIgnoreCase)
            && (name[^3] is '_' or ' ' or '-' or '.' || (name[^2] == 'I' && char.IsLower(name[^3]))));

    /// <summary>Whether the name speaks of time, whose values rise row by row without being ids.</summary>
    internal static bool IsClock(string name) => Array.Exists(Clocks, clock => name.Contains(clock, StringComparison.OrdinalIgnoreCase));
}
