using System.Globalization;

namespace Modelwright.Runtime.Forms.Reading;

/// <summary>How shares and levels stand in a text for a person.</summary>
internal static class ReadableText
{
    /// <summary>Levels that are named one by one.</summary>
    private const int MostLevels = 12;

    /// <summary>Classes that a leaf names.</summary>
    private const int MostClasses = 3;

    /// <summary>The probabilities of a row: all of two classes, the largest of more.</summary>
    internal static string Shares(IReadOnlyList<string> classes, ReadOnlySpan<double> shares)
    {
        var values = shares.ToArray();
        int[] order = [.. Enumerable.Range(0, values.Length)];
        if (values.Length > 2)
        {
            Array.Sort(order, (one, other) => values[other].CompareTo(values[one]) is not 0 and var by ? by : one.CompareTo(other));
        }

        return string.Join(", ", order.Take(MostClasses).Select(label => string.Create(CultureInfo.InvariantCulture, $"{classes[label]} {100 * values[label]:0.0} %")));
    }

    /// <summary>Levels, the first ones by name.</summary>
    internal static string Levels(IReadOnlyList<string> levels)
    {
        var shown = string.Join(", ", levels.Take(MostLevels));
        return levels.Count > MostLevels ? string.Create(CultureInfo.InvariantCulture, $"{shown} and {levels.Count - MostLevels} more") : shown;
    }
}
