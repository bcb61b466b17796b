using System.Globalization;
using System.Security.Cryptography;

namespace Modelwright.Recording.Runs;

/// <summary>Ids of runs: the time in UTC and four hexadecimal digits, so that they stand in order and no two meet.</summary>
internal static class RunId
{
    private const int Digits = 4;
    private const string Pattern = "00000000-000000-xxxx";

    /// <summary>A new id.</summary>
    public static string New(DateTimeOffset now) =>
        $"{now.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{RandomNumberGenerator.GetHexString(Digits, lowercase: true)}";

    /// <summary>Whether a text is an id; one that is names a file of no other folder.</summary>
    public static bool IsOne(string text) => text.Length == Pattern.Length && IsStart(text);

    /// <summary>Whether a text may be the first part of an id.</summary>
    public static bool IsStart(string text)
    {
        for (var place = 0; place < text.Length; place++)
        {
            if (place >= Pattern.Length || !Fits(text[place], Pattern[place]))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    private static bool Fits(char letter, char place) => place switch
    {
        '0' => char.IsAsciiDigit(letter),
        'x' => char.IsAsciiHexDigitLower(letter),
        _ => letter == place,
    };
}
