namespace Modelwright.Profile.Meanings.Times;

/// <summary>The formats of time that are looked for.</summary>
internal static class TimeFormats
{
    private static readonly string[] Dates =
    [
        "dd.MM.yyyy", "d.M.yyyy", "dd/MM/yyyy", "d/M/yyyy", "MM/dd/yyyy", "M/d/yyyy", "yyyy/MM/dd", "yyyy/M/d", "dd-MM-yyyy", "MM-dd-yyyy",
        "yyyy-M-d", "yyyy.MM.dd", "d-M-yyyy", "M-d-yyyy",
        "dd MMM yyyy", "d MMM yyyy", "dd-MMM-yyyy", "d-MMM-yyyy", "dd-MMM-yy", "MMM dd yyyy", "MMM d, yyyy", "MMMM d, yyyy", "d MMMM yyyy", "dd.MM.yy", "MM/dd/yy", "dd/MM/yy", "M/d/yy", "d/M/yy", "ddd, dd MMM yyyy", "ddd, d MMM yyyy",
        "d. MMM yyyy", "d. MMMM yyyy", "MMM d yyyy", "MMMM d yyyy", "MMM. d, yyyy", "d.M.yy", "d-M-yy", "dddd, MMMM d, yyyy", "dddd, d MMMM yyyy",
    ];

    private static readonly string[] Clocks = ["", " HH:mm", " HH:mm:ss", " HH:mm:ss.FFFFFF", " H:mm", " H:mm:ss", " h:mm tt", " h:mm:ss tt", "THH:mm:ss", " HH:mm:ss 'GMT'", " h:mmtt", ", HH:mm", ", h:mm tt", ", h:mm:ss tt"];

    private static readonly string[] Whole =
    [
        "yyyy-MM", "yyyy/MM", "MM/yyyy", "MMM yyyy", "MMMM yyyy", "MMM-yyyy", "MMM-yy", "yyyy-MMM", "yyyyMMdd HHmmss", "yyyyMMdd'T'HHmmss", "yyyyMMdd'T'HHmmss'Z'",
        "dd/MMM/yyyy:HH:mm:ss zzz", "ddd MMM d HH:mm:ss yyyy", "ddd MMM d HH:mm:ss zzz yyyy", "ddd, d MMM yyyy HH:mm:ss zzz",
    ];

    private static readonly string[] WithMonths =
    [
        "d. MMMM yyyy", "d MMMM yyyy", "d-MMMM-yyyy", "d-MMMM-yy", "d/MMMM/yyyy", "MMMM d, yyyy", "d 'de' MMMM 'de' yyyy", "d 'de' MMMM yyyy", "d MMMM yyyy, HH:mm", "d. MMMM yyyy HH:mm", "d MMMM yyyy HH:mm", "d. MMMM yyyy, HH:mm", "MMMM yyyy", "MMMM 'de' yyyy", "MMMM-yy",
    ];

    private static readonly string[] Languages = ["de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "nb"];

    /// <summary>The formats of dates in digits or with English months, the usual ones first.</summary>
    internal static readonly string[] Usual = [.. Clocks.SelectMany(clock => Dates.Select(date => date + clock)), .. Whole];

    /// <summary>Weeks and quarters.</summary>
    internal static readonly string[] Periods = ["iso_week", "quarter"];

    /// <summary>The formats with the months in other languages.</summary>
    internal static readonly string[] Translated = [.. Languages.SelectMany(language => WithMonths.Select(format => $"[{language}] {format}"))];
}
