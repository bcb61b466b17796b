using System.Globalization;
using System.Text;
using Modelwright.Recording;
using Modelwright.Reports;

namespace Modelwright.Studio.Views;

/// <summary>How values are said on pages.</summary>
internal static class Texts
{
    private const int MostLetters = 200;

    /// <summary>A text from data or a file as it may stand in a line: without signs that move other text, and cut where it is long. Blazor encodes it besides.</summary>
    internal static string Clean(string? text, int most = MostLetters)
    {
        var shown = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (shown.Length >= most)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return shown.ToString();
    }

    /// <summary>A point in time in UTC, to the second.</summary>
    internal static string Moment(DateTimeOffset? time) => time is { } known ? known.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC" : "";

    internal static string Duration(TimeSpan? time) => time switch
    {
        null => "",
        { TotalMilliseconds: < 1 } brief => Numbers.Count((long)Math.Round(brief.TotalMicroseconds)) + " µs",
        { TotalSeconds: < 1 } shorter => shorter.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture) + " ms",
        { TotalMinutes: < 2 } some => some.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture) + " s",
        { } longer => string.Create(CultureInfo.InvariantCulture, $"{(int)longer.TotalMinutes} min {longer.Seconds} s"),
    };

    internal static string Bytes(long bytes) => bytes switch
    {
        < 1 << 10 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.0} KiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MiB"),
    };

    internal static string Figure(Figure? figure) => figure is null ? "" : $"{figure.Metric} {Same(figure, figure.Value)}";

    internal static string Interval(Figure figure) => $"{Same(figure, figure.Lower)} … {Same(figure, figure.Upper)}";

    /// <summary>A number with as many decimals as the value of its figure, so that they line up.</summary>
    internal static string Same(Figure figure, double value) => Numbers.Fixed(value, Numbers.Places(figure.Value));

    /// <summary>The first letters of a long hash.</summary>
    internal static string Brief(string? hash) => hash is null ? "" : hash.Length > 12 ? hash[..12] : hash;

    /// <summary>A name as a part of an address.</summary>
    internal static string Part(string name) => Uri.EscapeDataString(name);
}
