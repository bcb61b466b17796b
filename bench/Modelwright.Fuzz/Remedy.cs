using System.Text.RegularExpressions;

namespace Modelwright.Fuzz;

/// <summary>Whether a text says what to do: one of its sentences starts with a verb that asks for something.</summary>
internal static partial class Remedy
{
    /// <summary>Looks for a sentence that tells the reader to act.</summary>
    internal static bool IsNamed(string text) => Advice().IsMatch(text);

    // A new text may need its verb here; that a text has none of them is what this is to find.
    [GeneratedRegex(@"(^|[.;:?] |, or |\n)(fetch|open|make|give|name|save|close|write|quote|double|mend|raise|rename|remove|replace|shorten|get|download|add|check|split|train|take|leave|set|turn|choose|spell|convert|read|compress|blend|use|fit|scale|stack|ask|bound)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Advice();
}
