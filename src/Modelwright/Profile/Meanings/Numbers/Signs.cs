namespace Modelwright.Profile.Meanings.Numbers;

/// <summary>Signs beside numbers that change nothing about them: currencies, a percent sign in front, the dash that stands for no cents.</summary>
internal static class Signs
{
    private static readonly string[] NoCents = [",-", ",\u2013", ".-", ".\u2013"];
    private static readonly string[] Money = ["R$", "US$", "$", "€", "£", "¥", "₹", "₽", "₩", "₺", "zł", "Kč", "USD", "EUR", "GBP", "CHF", "JPY", "CNY", "INR", "SEK", "NOK", "DKK", "PLN", "CZK", "BRL", "CAD", "AUD", "Rs.", "Rs", "kr"];
    private static readonly string[] European = ["€", "EUR", "R$", "BRL", "₺"];
    private const string Percent = "%";

    /// <summary>The signs that the texts of a column hold, in the order in which they are to be taken away.</summary>
    internal static string[] In(IReadOnlyList<LevelCount> levels)
    {
        string[] dashes = [.. NoCents.Where(dash => levels.Any(level => Trimmed(level).EndsWith(dash, StringComparison.Ordinal)))];
        string[] money = [.. Beside([.. levels.Select(level => level.Value.Trim())])];
        return [.. dashes, .. money, .. levels.Any(level => Trimmed(level).StartsWith(Percent, StringComparison.Ordinal)) ? [Percent] : Array.Empty<string>()];
    }

    internal static bool AreMoney(string[] signs) => Array.Exists(signs, sign => Money.Contains(sign));

    internal static bool AreEuropean(string[] signs) => Array.Exists(signs, sign => European.Contains(sign)) && !signs.Contains("$");

    /// <summary>The currencies among signs; more than one is a mix.</summary>
    internal static string[] Currencies(IReadOnlyList<string> signs) => [.. signs.Where(sign => Money.Contains(sign))];

    /// <summary>What the signs count; null for nothing, or for several currencies.</summary>
    internal static string? UnitOf(IReadOnlyList<string> signs) => Currencies(signs) switch
    {
        [] => signs.Contains(Percent) ? Percent : null,
        [var currency] => currency,
        _ => null,
    };

    // Taken away one after another: there is no "$" in "R$ 5" beside it.
    private static IEnumerable<string> Beside(string[] texts)
    {
        foreach (var sign in Money)
        {
            if (Array.Exists(texts, text => IsBeside(text, sign)))
            {
                texts = Array.ConvertAll(texts, text => text.Replace(sign, "", StringComparison.Ordinal));
                yield return sign;
            }
        }
    }

    // A sign between letters is part of a word.
    private static bool IsBeside(ReadOnlySpan<char> text, string sign)
    {
        var place = text.IndexOf(sign, StringComparison.Ordinal);
        if (place < 0)
        {
            return false;
        }

        var end = place + sign.Length;
        var isWord = char.IsLetter(sign[0]) && ((place > 0 && char.IsLetter(text[place - 1])) || (end < text.Length && char.IsLetter(text[end])));
        return !isWord;
    }

    private static ReadOnlySpan<char> Trimmed(LevelCount level) => level.Value.AsSpan().Trim();
}
