namespace Modelwright.Generator.Packages;

/// <summary>The words for yes and no that the library takes true and false for; a column with others is given by its words.</summary>
internal static class BooleanWords
{
    private static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase) { "true", "yes", "y", "t", "on", "1", "present", "positive" };
    private static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase) { "false", "no", "n", "f", "off", "0", "absent", "negative" };

    /// <summary>Whether one of two levels is a word for yes, and the other one for no.</summary>
    internal static bool AreIn(ReadOnlySpan<string> levels) =>
        levels.Length == 2 && (IsPair(levels[0], levels[1]) || IsPair(levels[1], levels[0]));

    private static bool IsPair(string no, string yes) => No.Contains(no.Trim()) && Yes.Contains(yes.Trim());
}
