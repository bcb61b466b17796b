using System.Collections.Frozen;

namespace Modelwright.Profile.Meanings.Codes;

/// <summary>What telephone numbers look like: 7 to 15 digits (ITU-T E.164) with marks between them.</summary>
internal static class Phones
{
    private const int FewestDigits = 7;
    private const int MostDigits = 15;
    private const int MostLetters = 30;
    private const string Marks = " -./()\u00A0";

    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(["phone", "phones", "telephone", "tel", "mobile", "cell", "cellphone", "fax", "handy", "telefon", "telefono", "teléfono", "téléphone", "msisdn", "whatsapp"]);
    private static readonly FrozenSet<string> Amounts = FrozenSet.ToFrozenSet(["count", "n", "minutes", "calls", "bill", "price", "cost", "usage", "data", "days", "duration", "service", "lines", "plan", "model"]);

    internal static bool IsNamed(string name) => NameWords.Has(name, Names) && !NameWords.Has(name, Amounts);

    /// <summary>Whether a text could be one, given that the name says so.</summary>
    internal static bool IsPossible(ReadOnlySpan<char> text) => Digits(text) is >= FewestDigits and <= MostDigits;

    /// <summary>Whether a text is one without help: with the code of a country, an area in parentheses, or three, three and four digits.</summary>
    internal static bool IsPlain(ReadOnlySpan<char> text)
    {
        if (!IsPossible(text) || IsBook(text))
        {
            return false;
        }

        return text[0] == '+' || text[0] == '(' || Shape(text) is "334" or "1334";
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MostLetters || !(char.IsAsciiDigit(text[0]) || text[0] is '+' or '(') || !char.IsAsciiDigit(text[^1]))
        {
            return 0;
        }

        var digits = 0;
        for (var place = 0; place < text.Length; place++)
        {
            if (char.IsAsciiDigit(text[place]))
            {
                digits++;
            }
            else if (!Marks.Contains(text[place], StringComparison.Ordinal) && !(text[place] == '+' && place <= 1))
            {
                return 0;
            }
        }

        return digits;
    }

    // An ISBN with its hyphens has as many digits.
    private static bool IsBook(ReadOnlySpan<char> text) => text.StartsWith("978-") || text.StartsWith("979-");

    // The lengths of the runs of digits, one after another.
    private static string Shape(ReadOnlySpan<char> text)
    {
        Span<char> shape = stackalloc char[MostDigits];
        var (runs, run) = (0, 0);
        for (var place = 0; place <= text.Length; place++)
        {
            if (place < text.Length && char.IsAsciiDigit(text[place]))
            {
                run++;
            }
            else if (run > 0)
            {
                shape[runs++] = (char)('0' + Math.Min(run, 9));
                run = 0;
            }
        }

        return shape[..runs].ToString();
    }
}
