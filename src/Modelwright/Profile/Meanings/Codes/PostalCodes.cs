using System.Collections.Frozen;

namespace Modelwright.Profile.Meanings.Codes;

/// <summary>What postal codes look like: digits, mostly, and known by the column's name; a few countries' by their letters alone.</summary>
internal static class PostalCodes
{
    private const int FewestLetters = 3;
    private const int MostLetters = 10;

    // Each letter of a shape stands for itself but 9 (a digit) and A (a capital letter).
    private static readonly string[] Shapes =
    [
        "A9 9AA", "A99 9AA", "AA9 9AA", "AA99 9AA", "A9A 9AA", "AA9A 9AA", "A9A 9A9", "A9A9A9", "99999-9999", "9999 AA",
    ];

    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(["zip", "zipcode", "zipcodes", "postal", "postalcode", "postcode", "plz", "postleitzahl", "pincode", "cep", "codepostal", "eircode"]);
    private static readonly FrozenSet<string> Amounts = FrozenSet.ToFrozenSet(["count", "size", "n", "distance", "population", "income", "density", "mean", "avg", "median", "file", "bytes", "price", "rate", "share"]);

    internal static bool IsNamed(string name) =>
        (NameWords.Has(name, Names) || NameWords.Of(name) is ["code", "postal"] or ["post", "code"] or ["pin", "code"] or [.., "zip", "code"]) && !NameWords.Has(name, Amounts);

    /// <summary>Whether a text could be one, given that the name says so.</summary>
    internal static bool IsPossible(ReadOnlySpan<char> text)
    {
        if (text.Length is < FewestLetters or > MostLetters || !text.ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not (' ' or '-'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a text has the shape of a code of Great Britain, Canada, the Netherlands or the United States (with four digits more).</summary>
    internal static bool IsPlain(ReadOnlySpan<char> text)
    {
        foreach (var shape in Shapes)
        {
            if (Fits(text, shape))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Fits(ReadOnlySpan<char> text, string shape)
    {
        if (text.Length != shape.Length)
        {
            return false;
        }

        for (var place = 0; place < text.Length; place++)
        {
            var fits = shape[place] switch
            {
                '9' => char.IsAsciiDigit(text[place]),
                'A' => char.IsAsciiLetterUpper(text[place]),
                var mark => text[place] == mark,
            };
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }
}
