using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Registry.Naming;

/// <summary>Which names, aliases and words of people are taken.</summary>
internal static class ModelName
{
    /// <summary>The most letters of a name or alias.</summary>
    public const int Longest = 100;

    /// <summary>Names that Windows keeps for devices, with any ending: a package that is fetched by such a name could not be written there.</summary>
    private static readonly string[] Devices = ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(number => (string[])[$"com{number}", $"lpt{number}"])];

    private const int LongestPerson = 200;
    private const int LongestReason = 2_000;
    private const int LongestNote = 10_000;

    /// <summary>Whether a text may name a model: letters and digits of ASCII, '-', '_' and '.', the first a letter or digit, so that it is no path.</summary>
    public static bool IsOne(string text) =>
        text.Length is > 0 and <= Longest && char.IsAsciiLetterOrDigit(text[0]) && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    /// <summary>Whether a text may be an alias: a name that is not all digits, as those are versions.</summary>
    public static bool IsAlias(string text) => IsOne(text) && !text.All(char.IsAsciiDigit);

    /// <summary>What is wrong with the name of a model.</summary>
    public static IEnumerable<string> Faults(string name) => IsOne(name)
        ? DeviceFaults(name)
        : [$"'{Shown(name)}' cannot name a model. A name has 1 to {Longest} letters a-z, digits, '-', '_' or '.', and begins with a letter or digit."];

    private static IEnumerable<string> DeviceFaults(string name) => name.Split('.')[0] is var start && Devices.Contains(start, StringComparer.OrdinalIgnoreCase)
        ? [$"'{name}' cannot name a model: Windows keeps '{start}' for a device, whatever follows it. Choose another name."]
        : [];

    /// <summary>What is wrong with an alias.</summary>
    public static IEnumerable<string> AliasFaults(string alias) => IsAlias(alias)
        ? []
        : [$"'{Shown(alias)}' cannot be an alias. An alias has 1 to {Longest} letters a-z, digits, '-', '_' or '.', begins with a letter or digit, and is no number."];

    /// <summary>What is wrong with the name of a person.</summary>
    public static IEnumerable<string> PersonFaults(string? person) => TextFaults(person, "the name of who does it", LongestPerson, takesLines: false);

    /// <summary>What is wrong with a reason.</summary>
    public static IEnumerable<string> ReasonFaults(string? reason) => TextFaults(reason, "the reason", LongestReason, takesLines: true);

    /// <summary>What is wrong with a note.</summary>
    public static IEnumerable<string> NoteFaults(string? note) => TextFaults(note, "the note", LongestNote, takesLines: true);

    /// <summary>Throws where there are faults, all in one text.</summary>
    /// <exception cref="OptionsException">There is one.</exception>
    public static void Check(params ReadOnlySpan<IEnumerable<string>> faults)
    {
        var all = new List<string>();
        foreach (var some in faults)
        {
            all.AddRange(some);
        }

        if (all.Count > 0)
        {
            throw new OptionsException(string.Join('\n', all));
        }
    }

    /// <summary>A text from outside as it is shown in an error: short and on one line.</summary>
    public static string Shown(string text)
    {
        var start = text.Length <= Longest ? text : text[..Longest] + "…";
        return string.Concat(start.Select(letter => char.IsControl(letter) ? '?' : letter));
    }

    private static IEnumerable<string> TextFaults(string? text, string what, int longest, bool takesLines)
    {
        if (text is null)
        {
            yield break;
        }

        if (string.IsNullOrWhiteSpace(text) || text.Length > longest)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(what[0])}{what[1..]} has {text.Trim().Length} letters, where 1 to {longest} are taken. Shorten it, or leave it out.");
        }
        else if (text.Any(letter => char.IsControl(letter) && !(takesLines && letter is '\n' or '\r' or '\t')))
        {
            yield return $"{char.ToUpperInvariant(what[0])}{what[1..]} holds a control character. Give plain text.";
        }
    }
}
