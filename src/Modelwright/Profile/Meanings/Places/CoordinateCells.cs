using System.Collections.Frozen;
using System.Globalization;
using Modelwright.Core.Data;

namespace Modelwright.Profile.Meanings.Places;

/// <summary>Finds cells that hold latitude and longitude, such as "52.5200, 13.4050".</summary>
internal static class CoordinateCells
{
    private const double LeastShare = 0.95;
    private const int FewestDecimals = 3;
    private const int FewestNamed = 1;
    private const int MostLetters = 60;

    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(["coord", "coords", "coordinate", "coordinates", "location", "geo", "gps", "latlon", "latlng", "position", "point", "lat", "lng", "lon", "geolocation"]);

    internal static Guess? Of(string name, TextFacts facts)
    {
        var decimals = NameWords.Has(name, Names) ? FewestNamed : FewestDecimals;
        var others = new List<LevelCount>();
        var different = 0L;
        foreach (var level in facts.Levels)
        {
            if (!IsPair(level.Value.AsSpan().Trim(), decimals))
            {
                different += level.Count;
                others.Add(level);
                if (different > (1 - LeastShare) * facts.Looked)
                {
                    return null;
                }
            }
        }

        var agreeing = facts.Looked - different;
        return agreeing == 0 ? null : new(ColumnMeaning.Coordinates, Confidence.Of(agreeing, facts.Looked), "latitude and longitude in one cell", ColumnType.Text)
        {
            Kind = ColumnKind.Coordinates,
            Agreeing = agreeing,
            Disagreeing = others,
        };
    }

    private static bool IsPair(ReadOnlySpan<char> text, int decimals)
    {
        if (text.Length is 0 or > MostLetters)
        {
            return false;
        }

        var inner = (text[0], text[^1]) is ('(', ')') or ('[', ']') ? text[1..^1].Trim() : text;
        var mark = inner.IndexOfAny(',', ';');
        mark = mark < 0 ? inner.IndexOf(' ') : mark;
        return mark > 0 && IsDegrees(inner[..mark].Trim(), 90, decimals) && IsDegrees(inner[(mark + 1)..].Trim(), 180, decimals);
    }

    private static bool IsDegrees(ReadOnlySpan<char> text, double limit, int decimals)
    {
        var point = text.IndexOf('.');
        return point > 0 && text.Length - point - 1 >= decimals
            && double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && Math.Abs(value) <= limit;
    }
}
