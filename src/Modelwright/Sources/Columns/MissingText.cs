namespace Modelwright.Sources.Columns;

/// <summary>Texts that mean "no value". Compared without white space around; case matters.</summary>
internal static class MissingText
{
    /// <summary>Texts that mean "no value" among levels and free text, in ordinal order.</summary>
    internal static IReadOnlyList<string> AmongTexts { get; } = ["?", "N/A", "NA", "NULL", "NaN", "null"];

    /// <summary>Texts that mean "no value" among numbers and times, in ordinal order.</summary>
    internal static IReadOnlyList<string> AmongNumbers { get; } =
    [
        "#N/A", "-", "--", ".", "?", "Missing", "N/A", "NA", "NAN", "NULL", "NaN", "None", "Null", "Unknown",
        "missing", "n/a", "na", "nan", "none", "null", "unknown",
    ];

    internal static bool IsAmongTexts(ReadOnlySpan<char> text) => text is "?" or "NA" or "N/A" or "NULL" or "null" or "NaN";

    // Among levels these may be answers of their own ("None" for "no garage"); among numbers they cannot be.
    internal static bool IsAmongNumbers(ReadOnlySpan<char> text) => IsAmongTexts(text)
        || text is "n/a" or "nan" or "NAN" or "Null" or "None" or "none" or "#N/A" or "na" or "-" or "." or "--"
            or "missing" or "Missing" or "unknown" or "Unknown";
}
