namespace Modelwright.Runtime.Prediction.Times;

/// <summary>
/// The months in languages of Europe, written out here so that they are the same on every system. Names and usual short forms
/// as in the Unicode Common Locale Data Repository, in any letter case.
/// </summary>
internal static class MonthNames
{
    private const int Months = 12;
    private static readonly string[] English = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly (string Language, string Names)[] Languages =
    [
        ("de", "januar/jänner/jan februar/feber/feb märz/mär/mrz/maerz april/apr mai juni/jun juli/jul august/aug september/sept/sep oktober/okt november/nov dezember/dez"),
        ("fr", "janvier/janv/jan février/fevrier/févr/fév mars avril/avr mai juin juillet/juil août/aout septembre/sept/sep octobre/oct novembre/nov décembre/decembre/déc"),
        ("es", "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago septiembre/setiembre/sept/sep octubre/oct noviembre/nov diciembre/dic"),
        ("it", "gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago settembre/set ottobre/ott novembre/nov dicembre/dic"),
        ("nl", "januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug september/sep oktober/okt november/nov december/dec"),
        ("pt", "janeiro/jan fevereiro/fev março/marco/mar abril/abr maio/mai junho/jun julho/jul agosto/ago setembro/set outubro/out novembro/nov dezembro/dez"),
        ("pl", "stycznia/styczeń/sty lutego/luty/lut marca/marzec/mar kwietnia/kwiecień/kwi maja/maj czerwca/czerwiec/cze lipca/lipiec/lip sierpnia/sierpień/sie września/wrzesień/wrz października/październik/paź listopada/listopad/lis grudnia/grudzień/gru"),
        ("sv", "januari/jan februari/feb mars/mar april/apr maj juni/jun juli/jul augusti/aug september/sep oktober/okt november/nov december/dec"),
        ("da", "januar/jan februar/feb marts/mar april/apr maj juni/jun juli/jul august/aug september/sep oktober/okt november/nov december/dec"),
        ("nb", "januar/jan februar/feb mars/mar april/apr mai juni/jun juli/jul august/aug september/sep oktober/okt november/nov desember/des"),
    ];

    private static readonly Dictionary<string, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>>> ByLanguage = Languages.ToDictionary(language => language.Language, language => Lookup(language.Names), StringComparer.Ordinal);

    /// <summary>The languages that are known, two letters each.</summary>
    internal static IEnumerable<string> Known => Languages.Select(language => language.Language);

    internal static bool IsKnown(ReadOnlySpan<char> language) => ByLanguage.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(language);

    /// <summary>Writes the first name of a month in a text, and a point behind it, as its English name.</summary>
    /// <returns>Whether there is one.</returns>
    internal static bool TryToEnglish(ReadOnlySpan<char> text, ReadOnlySpan<char> language, out string english)
    {
        english = "";
        var names = ByLanguage.GetAlternateLookup<ReadOnlySpan<char>>()[language];
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && char.IsLetter(text[end]))
            {
                end++;
            }

            if (end > start && names.TryGetValue(text[start..end], out var month))
            {
                var rest = text[(end < text.Length && text[end] == '.' ? end + 1 : end)..];
                english = string.Concat(text[..start], English[month], rest);
                return true;
            }

            start = Math.Max(start, end);
        }

        return false;
    }

    /// <summary>The first name of a month, counted from 0, in a language.</summary>
    internal static string Of(int month, ReadOnlySpan<char> language)
    {
        foreach (var (name, names) in Languages)
        {
            if (language.SequenceEqual(name))
            {
                return names.Split(' ')[month].Split('/')[0];
            }
        }

        return English[month];
    }

    private static Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup(string text)
    {
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var months = text.Split(' ');
        for (var month = 0; month < Months; month++)
        {
            foreach (var name in months[month].Split('/'))
            {
                names.Add(name, month);
            }
        }

        return names.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
