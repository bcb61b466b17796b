using Modelwright.Core.Data;
using Modelwright.Runtime.Prediction.Cells;

namespace Modelwright.Runtime.Prediction.Typed;

/// <summary>One feature of a row that is answered without a table. Reads values as <see cref="Admission"/> does.</summary>
internal sealed class RowPlanInput
{
    private readonly KnownLevels? _levels;
    private readonly HashSet<string> _markers;
    private readonly double[] _numbers;

    internal RowPlanInput(ColumnSpec spec, int position)
    {
        Position = position;
        IsNumber = spec.Type == ColumnType.Number;
        _levels = IsNumber ? null : KnownLevels.Of(spec);
        _markers = [.. spec.MissingMarkers.Select(marker => marker.Trim())];
        _numbers = [.. spec.MissingMarkers.Select(marker => IsNumber && CellText.TryNumber(marker, spec, out var number) ? number : double.NaN).Where(number => !double.IsNaN(number))];
    }

    /// <summary>Its position among the features of the model.</summary>
    internal int Position { get; }

    /// <summary>Whether it is a number, and no category.</summary>
    internal bool IsNumber { get; }

    /// <summary>What the codes stand for; empty for a number.</summary>
    internal IReadOnlyList<string> Levels => _levels?.All ?? [];

    /// <summary>A number as the model reads it: NaN where it stands for a missing value.</summary>
    internal double Read(double number) => _numbers.Length > 0 && Array.IndexOf(_numbers, number) >= 0 ? double.NaN : number;

    /// <summary>The code of a level: -1 where it is missing, that behind the levels of training where it is none of them.</summary>
    internal double Read(string? level)
    {
        if (string.IsNullOrWhiteSpace(level) || (_markers.Count > 0 && _markers.Contains(level.Trim())))
        {
            return CategoryColumn.Missing;
        }

        _levels!.Read(level, out var code);
        return code;
    }
}
