using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Runtime.Prediction.Times;

namespace Modelwright.Runtime.Prediction;

/// <summary>How one cell of text is read: the same when a file is inspected, when a model is trained and when it predicts.</summary>
public static class CellText
{
    /// <summary>Reads a number: invariant culture, a point before decimals, white space around is no matter.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="decorations">Signs to take away first, such as "$" or ","; may be empty.</param>
    /// <param name="value">The number, finite; NaN where it cannot be read.</param>
    /// <returns>Whether it could be read.</returns>
    public static bool TryNumber(string text, IReadOnlyList<string> decorations, out double value)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(decorations);
        if (double.TryParse(Without(text, decorations).AsSpan().Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value))
        {
            return true;
        }

        value = double.NaN;
        return false;
    }

    /// <summary>Reads a number as the values of a column are written.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="spec">Its signs and its notation; of a plain notation, white space around is no matter.</param>
    /// <param name="value">The number, finite; NaN where it cannot be read.</param>
    /// <returns>Whether it could be read.</returns>
    public static bool TryNumber(string text, ColumnSpec spec, out double value)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(spec);
        return spec.Notation.IsPlain
            ? TryNumber(text, spec.NumberDecorations, out value)
            : WrittenNumber.TryRead(Without(text, spec.NumberDecorations), spec.Notation, out value);
    }

    /// <summary>Reads a point in time. A zone, where one is given, is taken to UTC; otherwise the time stays as written.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="formats">Formats tried in order, as in <see cref="ColumnSpec.TimeFormats"/>; empty means ISO 8601.</param>
    /// <param name="ticks">Ticks (100 ns) since 0001-01-01; <see cref="TimeColumn.Missing"/> where it cannot be read.</param>
    /// <returns>Whether it could be read.</returns>
    public static bool TryTime(string text, IReadOnlyList<string> formats, out long ticks)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(formats);
        var trimmed = text.AsSpan().Trim();
        var isRead = formats.Count == 0 ? IsoTime.TryRead(trimmed, out ticks, out _)
            : HalfOfDay.HasPoints(trimmed) ? TryPointed(trimmed, formats, out ticks)
            : TryExact(trimmed, formats, out ticks);
        ticks = isRead ? ticks : TimeColumn.Missing;
        return isRead;
    }

    private static string Without(string text, IReadOnlyList<string> decorations)
    {
        for (var index = 0; index < decorations.Count; index++)
        {
            if (decorations[index].Length > 0)
            {
                text = text.Replace(decorations[index], "", StringComparison.Ordinal);
            }
        }

        return text;
    }

    private static bool TryPointed(ReadOnlySpan<char> text, IReadOnlyList<string> formats, out long ticks)
    {
        Span<char> plain = stackalloc char[HalfOfDay.MostLetters];
        return TryExact(HalfOfDay.Write(text, plain), formats, out ticks);
    }

    private static bool TryExact(ReadOnlySpan<char> text, IReadOnlyList<string> formats, out long ticks)
    {
        for (var index = 0; index < formats.Count; index++)
        {
            if (OwnTime.IsOwn(formats[index]) || formats[index].Length < 2)
            {
                return TryEach(text, formats, out ticks);
            }
        }

        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var isRead = DateTime.TryParseExact(text, formats as string[] ?? [.. formats], CultureInfo.InvariantCulture, Styles, out var time);
        ticks = time.Ticks;
        return isRead;
    }

    private static bool TryEach(ReadOnlySpan<char> text, IReadOnlyList<string> formats, out long ticks)
    {
        for (var index = 0; index < formats.Count; index++)
        {
            if (OwnTime.TryRead(text, formats[index], out ticks))
            {
                return true;
            }
        }

        ticks = 0;
        return false;
    }
}
