using System.Globalization;
using System.Text;

namespace Modelwright.Exporting;

/// <summary>Names that are allowed in code, made of any text, each once.</summary>
internal sealed class ExportNames
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A name in which words begin with a capital: letters and digits, never empty, never beginning with a digit.</summary>
    /// <param name="text">Any text.</param>
    internal string Take(string text)
    {
        var name = Pascal(text);
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{Pascal(text)}{number}");
        }

        return name;
    }

    /// <summary>Keeps a name from being given out.</summary>
    internal void Reserve(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            _taken.Add(name);
        }
    }

    private static string Pascal(string text)
    {
        var name = new StringBuilder();
        var startsWord = true;
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && !(char.IsLetter(letter) && !char.IsSurrogate(letter)))
            {
                startsWord = true;
                continue;
            }

            name.Append(startsWord ? char.ToUpperInvariant(letter) : letter);
            startsWord = false;
        }

        return name.Length == 0 ? "Column" : char.IsAsciiDigit(name[0]) ? $"_{name}" : name.ToString();
    }
}
