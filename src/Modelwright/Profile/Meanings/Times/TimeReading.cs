namespace Modelwright.Profile.Meanings.Times;

/// <summary>How the texts of a column are read as times.</summary>
/// <param name="Formats">Formats in the order in which they are tried; empty means ISO 8601.</param>
/// <param name="Parts">What each of several formats reads; empty where one reads all.</param>
/// <param name="Unreadable">Texts that none reads.</param>
internal sealed record TimeReading(IReadOnlyList<string> Formats, IReadOnlyList<FormatPart> Parts, LevelCount[] Unreadable)
{
    /// <summary>A format that reads as many texts and means other days; null where there is none.</summary>
    internal string? Rival { get; init; }

    /// <summary>What speaks for day or month first; empty where the format settles it.</summary>
    internal string Evidence { get; init; } = "";
}
