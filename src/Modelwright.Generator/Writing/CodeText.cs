using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Modelwright.Generator.Writing;

/// <summary>Texts of a package as code: nothing in them may end the literal or the comment that they stand in.</summary>
internal static class CodeText
{
    /// <summary>A literal with its quotes.</summary>
    internal static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>Inside a documentation comment: one line, marked up.</summary>
    internal static string Comment(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            safe.Append(letter switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                _ => IsPlain(letter) ? letter.ToString() : " ",
            });
        }

        return safe.ToString();
    }

    // Lines of C# end at U+0085, U+2028 and U+2029 too, and XML has no U+FFFE and U+FFFF.
    private static bool IsPlain(char letter) => !char.IsControl(letter) && letter is not ('\u2028' or '\u2029' or '\uFFFE' or '\uFFFF');
}
