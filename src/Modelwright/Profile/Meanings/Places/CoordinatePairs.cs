using Modelwright.Core.Data;

namespace Modelwright.Profile.Meanings.Places;

/// <summary>Finds pairs of number columns that are latitude and longitude, by their names and ranges; one alone is a number.</summary>
internal static class CoordinatePairs
{
    private static readonly string[] Latitudes = ["lat", "latitude", "breitengrad"];
    private static readonly string[] Longitudes = ["lon", "lng", "long", "longitude", "laengengrad", "längengrad"];

    internal static void Mark(ColumnProfile[] profiles)
    {
        var partners = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var place = 0; place < profiles.Length; place++)
        {
            if (Rest(profiles[place], Longitudes, 180) is { } rest)
            {
                partners[rest] = place;
            }
        }

        for (var place = 0; place < profiles.Length; place++)
        {
            if (Rest(profiles[place], Latitudes, 90) is { } rest && partners.Remove(rest, out var other))
            {
                var (latitude, longitude) = (profiles[place], profiles[other]);
                profiles[place] = Marked(latitude, ColumnMeaning.Latitude, ColumnKind.Latitude, $"degrees north, with '{longitude.Name}' beside it");
                profiles[other] = Marked(longitude, ColumnMeaning.Longitude, ColumnKind.Longitude, $"degrees east, with '{latitude.Name}' beside it");
            }
        }
    }

    /// <summary>The other words of a name that holds one of some words, where the column could be degrees.</summary>
    private static string? Rest(ColumnProfile profile, string[] words, double limit)
    {
        if (profile.Meaning is not ColumnMeaning.Number || profile.Confidence >= 1 || profile.Evidence is not { Minimum: { } minimum, Maximum: { } maximum, Distinct: > 2 } || minimum < -limit || maximum > limit)
        {
            return null;
        }

        var all = NameWords.Of(profile.Name);
        return all.Count(words.Contains) == 1 ? string.Join(' ', all.Where(word => !words.Contains(word))) : null;
    }

    private static ColumnProfile Marked(ColumnProfile profile, ColumnMeaning meaning, ColumnKind kind, string reason) =>
        profile with { Meaning = meaning, Reason = reason, Spec = profile.Spec with { Kind = kind } };
}
