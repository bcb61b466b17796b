using System.Globalization;
using System.Runtime.CompilerServices;
using Modelwright.Core.Data;

namespace Modelwright.Runtime.Prediction.Cells;

/// <summary>Finds a value among the levels of a category: a text as written, a whole number with or without ".0"; true and false in any letter case where the column is boolean; a number by its value.</summary>
internal sealed class KnownLevels
{
    private static readonly string[] YesWords = ["true", "yes", "y", "t", "on", "1", "present", "positive"];
    private static readonly string[] NoWords = ["false", "no", "n", "f", "off", "0", "absent", "negative"];

    /// <summary>Built once a spec, for rows asked one at a time.</summary>
    private static readonly ConditionalWeakTable<ColumnSpec, KnownLevels> BySpec = [];

    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _booleans = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<double, int> _numbers = [];
    private readonly IReadOnlyList<string> _levels;
    private readonly int _unseen;
    private readonly string _yes = "true";
    private readonly string _no = "false";

    private KnownLevels(ColumnSpec spec)
    {
        _levels = spec.Levels;
        (All, _unseen) = spec.Role == ColumnRole.Target ? (spec.Levels, CategoryColumn.Missing) : ([.. spec.Levels, Unseen(spec.Levels)], spec.Levels.Count);
        for (var code = 0; code < spec.Levels.Count; code++)
        {
            var level = spec.Levels[code];
            _codes.TryAdd(level, code);
            if (spec.IsBoolean && bool.TryParse(level, out _))
            {
                _booleans.TryAdd(level, code);
            }

            if (CellText.TryNumber(level, [], out var value))
            {
                _numbers.TryAdd(value, code);
            }
        }

        if (spec is { IsBoolean: true, Levels.Count: 2 } && (Word(YesWords), Word(NoWords)) is ({ } yes, { } no) && yes != no)
        {
            (_yes, _no) = (yes, no);
        }
    }

    /// <summary>
    /// The levels and, but for a target, one more behind them that stands for all that were not seen in training: a step answers
    /// these by a rule of its own, and they were no missing values to it when the model was validated either.
    /// </summary>
    internal IReadOnlyList<string> All { get; }

    internal static KnownLevels Of(ColumnSpec spec) => BySpec.GetValue(spec, spec => new(spec));

    internal CellState Read(string text, out int code)
    {
        var isKnown = _codes.TryGetValue(text, out code) || _booleans.TryGetValue(text, out code) || IsWhole(text, out code);
        code = isKnown ? code : _unseen;
        return isKnown ? CellState.Read : CellState.Unseen;
    }

    // Codes that came as numbers in training, such as "10115.0" beside empty cells, are levels without the point and the zeros.
    private bool IsWhole(string text, out int code)
    {
        code = -1;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point > 0 && point < text.Length - 1 && !text.AsSpan(point + 1).ContainsAnyExcept('0') && !text.AsSpan(0, point).ContainsAnyExceptInRange('0', '9')
            && _codes.TryGetValue(text[..point], out code);
    }

    /// <summary>A value held as a number is the level of the same value, however that was written: 1 is "1.0".</summary>
    internal CellState ReadNumber(string text, out int code)
    {
        var isKnown = _codes.TryGetValue(text, out code) || (CellText.TryNumber(text, [], out var value) && _numbers.TryGetValue(value, out code));
        code = isKnown ? code : _unseen;
        return isKnown ? CellState.Read : CellState.Unseen;
    }

    /// <summary>A value of .NET as the text of the level it means, or as its own text where it means none; true is 'yes' where the levels are 'no' and 'yes'.</summary>
    internal string? Text(object? cell) => cell switch
    {
        null or string => (string?)cell,
        bool answer => answer ? _yes : _no,
        DateTime time => CellValue.TimeText(time),
        _ => OfNumber(((IFormattable)cell).ToString(null, CultureInfo.InvariantCulture)),
    };

    private string? OfNumber(string text)
    {
        if (text == "NaN")
        {
            return null;
        }

        return ReadNumber(text, out var code) == CellState.Read ? _levels[code] : text;
    }

    /// <summary>A name that no level has.</summary>
    private static string Unseen(IReadOnlyList<string> levels)
    {
        var name = "(unseen)";
        while (levels.Contains(name, StringComparer.Ordinal))
        {
            name += "?";
        }

        return name;
    }

    /// <summary>The only level that is one of the words, in any letter case; null where none or several are.</summary>
    private string? Word(string[] words)
    {
        string? found = null;
        foreach (var level in _levels)
        {
            if (words.Contains(level.Trim(), StringComparer.OrdinalIgnoreCase))
            {
                found = found is null ? level : null;
            }
        }

        return found;
    }
}
