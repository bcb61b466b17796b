using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Server.Rows;

/// <summary>How cells of one column are read, the same as <see cref="Predictor"/> reads values of .NET and JSON. Immutable; safe from any thread.</summary>
internal sealed class CellRules
{
    private static readonly string[] YesWords = ["true", "yes", "y", "t", "on", "1", "present", "positive"];
    private static readonly string[] NoWords = ["false", "no", "n", "f", "off", "0", "absent", "negative"];

    private readonly HashSet<string> _markers;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _levels;
    private readonly Dictionary<double, string> _numbers = [];
    private readonly string _yes = "true";
    private readonly string _no = "false";

    internal CellRules(ColumnSpec spec)
    {
        Spec = spec;
        _markers = [.. spec.MissingMarkers.Select(marker => marker.Trim())];
        var levels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var level in spec.Levels)
        {
            levels.TryAdd(level, level);
            if (CellText.TryNumber(level, [], out var value))
            {
                _numbers.TryAdd(value, level);
            }
        }

        _levels = levels.GetAlternateLookup<ReadOnlySpan<char>>();
        if (spec is { IsBoolean: true, Levels.Count: 2 } && (Word(YesWords), Word(NoWords)) is ({ } yes, { } no) && yes != no)
        {
            (_yes, _no) = (yes, no);
        }
    }

    internal ColumnSpec Spec { get; }

    /// <summary>Whether values of .NET are brought to the words of the levels.</summary>
    private bool HasLevels => Spec is { Type: ColumnType.Category, Levels.Count: > 0 };

    /// <summary>The level of a text without a text of its own; null where it is none.</summary>
    internal string? Level(ReadOnlySpan<char> text) => _levels.TryGetValue(text, out var level) ? level : null;

    /// <summary>True or false as a text of the column.</summary>
    internal string Word(bool answer) => HasLevels ? (answer ? _yes : _no) : answer ? "true" : "false";

    /// <summary>A number as a text of the column: the level of the same value, else as it is written; null is a missing value.</summary>
    internal string? Word(double number, long? whole)
    {
        if (double.IsNaN(number))
        {
            return null;
        }

        var text = whole?.ToString(CultureInfo.InvariantCulture) ?? number.ToString("R", CultureInfo.InvariantCulture);
        return HasLevels && Level(text) is null && _numbers.TryGetValue(number, out var level) ? level : text;
    }

    /// <summary>Whether a text stands for a missing value.</summary>
    internal bool IsMissing(string? text) => string.IsNullOrWhiteSpace(text) || (_markers.Count > 0 && _markers.Contains(text.Trim()));

    private string? Word(string[] words)
    {
        string? found = null;
        foreach (var level in Spec.Levels)
        {
            if (words.Contains(level.Trim(), StringComparer.OrdinalIgnoreCase))
            {
                found = found is null ? level : null;
            }
        }

        return found;
    }
}
