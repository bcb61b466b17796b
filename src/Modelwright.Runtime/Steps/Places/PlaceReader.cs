using System.Globalization;
using Modelwright.Core.Data;

namespace Modelwright.Runtime.Steps.Places;

/// <summary>Reads places from two columns of degrees, or from one of texts that hold both.</summary>
internal sealed class PlaceReader(IReadOnlyList<Column> columns)
{
    private const int LongestText = 100;
    private static readonly char[] Between = [',', ';', ' ', '\t'];

    /// <summary>Rows of the columns.</summary>
    internal int RowCount => columns[0].RowCount;

    /// <summary>The place of a row in degrees; false where it is missing or no place.</summary>
    internal bool TryRead(int row, out double latitude, out double longitude)
    {
        if (columns.Count == 2)
        {
            (latitude, longitude) = (((NumberColumn)columns[0]).Values.At(row), ((NumberColumn)columns[1]).Values.At(row));
        }
        else
        {
            (latitude, longitude) = Parse(((TextColumn)columns[0]).Values.At(row));
        }

        return Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180;
    }

    /// <summary>Two numbers with a comma, semicolon or blanks between, in brackets or not; not a number where the text is anything else.</summary>
    internal static (double Latitude, double Longitude) Parse(ReadOnlySpan<char> text)
    {
        var nowhere = (double.NaN, double.NaN);
        text = text.Length > LongestText ? default : text.Trim();
        text = text is ['(', .. var inRound, ')'] ? inRound.Trim() : text is ['[', .. var inSquare, ']'] ? inSquare.Trim() : text;
        var end = text.IndexOfAny(Between);
        if (end <= 0)
        {
            return nowhere;
        }

        var rest = text[end..].Trim();
        rest = rest.Length > 0 && rest[0] is ',' or ';' ? rest[1..].TrimStart() : rest;
        return double.TryParse(text[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            && double.TryParse(rest, NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            ? (latitude, longitude)
            : nowhere;
    }
}
