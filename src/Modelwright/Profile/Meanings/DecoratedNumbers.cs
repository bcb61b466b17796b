using Modelwright.Sources.Columns;

namespace Modelwright.Profile.Meanings;

/// <summary>Finds numbers behind signs that people write: currency, percent, thousands separators.</summary>
internal static class DecoratedNumbers
{
    private const double LeastShare = 0.98;
    private const double LeastShareWithMarkers = 0.9;
    private const int MostMarkers = 3;
    private const int FewestNumbers = 10;

    private static readonly string[] Signs = ["$", "€", "£", "¥", "USD", "EUR", "GBP", "CHF", "%"];

    internal static Guess? Find(TextFacts facts)
    {
        string[] signs = [.. Signs.Where(sign => facts.Levels.Any(level => level.Value.Contains(sign, StringComparison.Ordinal)))];
        var read = facts.Levels.Select(level => (Level: level, IsNumber: IsNumber(level.Value, signs))).ToArray();
        LevelCount[] others = [.. read.Where(pair => !pair.IsNumber).Select(pair => pair.Level)];
        var numbers = read.Length - others.Length;
        var share = facts.Looked == 0 ? 0 : read.Where(pair => pair.IsNumber).Sum(pair => pair.Level.Count) / (double)facts.Looked;
        if (numbers == 0 || (others.Length > 0 && numbers < FewestNumbers))
        {
            return null;
        }

        var decorations = Decorations(facts, signs);
        if (others.Length == 0 && decorations.Length == 0)
        {
            // Plain numbers kept as text on purpose.
            return null;
        }

        if (others.Length <= MostMarkers && share >= LeastShareWithMarkers && Array.TrueForAll(others, other => !other.Value.Any(char.IsAsciiDigit)))
        {
            return Numbers(others.Length == 0 ? "numbers with signs around them" : "numbers, and a few words for no value", decorations, others);
        }

        // Typing errors are each of its own kind; texts that come again and again are levels.
        return share >= LeastShare && others.Length * 2 > others.Sum(other => other.Count)
            ? Numbers("numbers, and a few cells that are none", decorations, []) with { Unreadable = others }
            : null;
    }

    private static Guess Numbers(string reason, string[] decorations, LevelCount[] markers) =>
        new(ColumnMeaning.Number, 0.85, reason, Core.Data.ColumnType.Number) { NumberDecorations = decorations, Markers = markers };

    private static string[] Decorations(TextFacts facts, string[] signs) =>
        facts.Levels.Any(level => level.Value.Contains(',', StringComparison.Ordinal) && IsNumber(level.Value, signs)) ? [.. signs, ","] : signs;

    private static bool IsNumber(string text, string[] signs)
    {
        foreach (var sign in signs)
        {
            text = text.Replace(sign, "", StringComparison.Ordinal);
        }

        var trimmed = text.Trim();
        return IsGrouped(trimmed)
            ? NumberText.Read(trimmed.Replace(",", "", StringComparison.Ordinal), out _) == NumberKind.Finite
            : NumberText.Read(trimmed, out _) == NumberKind.Finite;
    }

    // A comma separates thousands only where three digits follow each: "1,234,567.80", but not "1,5" or "12,34".
    private static bool IsGrouped(string text)
    {
        var whole = text.Split('.')[0];
        var groups = whole.Split(',');
        return groups.Length > 1
            && groups[0].TrimStart('-', '+').Length is >= 1 and <= 3
            && groups.Skip(1).All(group => group.Length == 3 && group.All(char.IsAsciiDigit));
    }
}
