using System.Runtime.CompilerServices;
using Modelwright.Core.Data;

namespace Modelwright.Runtime.Prediction.Cells;

/// <summary>Finds a text among the levels of a category: as written; true and false in any letter case where the column is boolean; a number by its value.</summary>
internal sealed class KnownLevels
{
    /// <summary>Built once a spec, for rows asked one at a time.</summary>
    private static readonly ConditionalWeakTable<ColumnSpec, KnownLevels> BySpec = [];

    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _booleans = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<double, int> _numbers = [];

    private KnownLevels(ColumnSpec spec)
    {
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
    }

    internal static KnownLevels Of(ColumnSpec spec) => BySpec.GetValue(spec, spec => new(spec));

    internal CellState Read(string text, out int code) =>
        _codes.TryGetValue(text, out code) || _booleans.TryGetValue(text, out code) ? CellState.Read : CellState.Unseen;

    /// <summary>A value held as a number is the level of the same value, however that was written: 1 is "1.0".</summary>
    internal CellState ReadNumber(string text, out int code) =>
        _codes.TryGetValue(text, out code) || (CellText.TryNumber(text, [], out var value) && _numbers.TryGetValue(value, out code))
            ? CellState.Read
            : CellState.Unseen;
}
