using System.Globalization;

namespace Modelwright.Generator.Naming;

/// <summary>Which letters of a text can stand in a name of C#.</summary>
internal static class NameLetters
{
    /// <summary>Longer names are cut; nobody reads them.</summary>
    internal const int Most = 100;

    /// <summary>A letter or a digit of any script, or a mark on the letter before it, as in a decomposed 'é'.</summary>
    internal static bool IsPart(char letter, bool isFirst) =>
        char.IsLetterOrDigit(letter) || (!isFirst && char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    /// <summary>The name with '_' before it where it starts with a digit.</summary>
    internal static string Started(string name) => char.IsDigit(name[0]) ? $"_{name}" : name;
}
