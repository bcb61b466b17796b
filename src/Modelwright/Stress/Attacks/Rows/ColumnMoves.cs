using Modelwright.Core.Data;
using Modelwright.Stress.Attacks.Threats;

namespace Modelwright.Stress.Attacks.Rows;

/// <summary>What an opponent can make of one value of one row.</summary>
internal sealed class ColumnMoves
{
    private readonly double _unit;

    /// <summary>Reads the threat for a value.</summary>
    /// <param name="threat">What can be done to the column; null where nothing can.</param>
    /// <param name="spec">What the column means.</param>
    /// <param name="column">The column.</param>
    /// <param name="row">0-based row.</param>
    public ColumnMoves(ThreatColumn? threat, ColumnSpec spec, Column column, int row)
    {
        (Spec, Column, Own, _unit) = (spec, column, RowCells.At(column, row), threat?.Cost ?? 1);
        var isOpen = threat is { Mutable: true } && !Own.IsMissing;
        IsNumber = column is NumberColumn or TimeColumn;
        Reach = isOpen && IsNumber ? ReachOf(threat!, Own.Number) : NumberReach.Fixed(Own.Number);
        Codes = isOpen && column is CategoryColumn levels ? CodesOf(levels, threat!.Levels ?? spec.Levels, Own.Number) : [];
        IsText = isOpen && column is TextColumn && spec.Kind == ColumnKind.Plain;
    }

    /// <summary>What the column means.</summary>
    public ColumnSpec Spec { get; }

    /// <summary>The column with all rows.</summary>
    public Column Column { get; }

    /// <summary>The row's value.</summary>
    public Cell Own { get; }

    /// <summary>Whether it is a number or a time.</summary>
    public bool IsNumber { get; }

    /// <summary>Whether it is a text that can be changed.</summary>
    public bool IsText { get; }

    /// <summary>The numbers it can be changed to; fixed for all else.</summary>
    public NumberReach Reach { get; }

    /// <summary>The codes of the other levels it can be changed to; none for all else.</summary>
    public int[] Codes { get; }

    /// <summary>Whether it can be changed at all.</summary>
    public bool IsMutable => IsText || Codes.Length > 0 || (IsNumber && !Reach.IsFixed);

    /// <summary>What a value costs; infinity for one it cannot be changed to from a missing one or to a missing one.</summary>
    public double Cost(Cell cell) => cell == Own ? 0
        : !Allows(cell) ? double.PositiveInfinity
        : IsNumber ? Reach.Cost(cell.Number)
        : IsText ? _unit * Words.Changed(Own.Text!, cell.Text!)
        : _unit;

    /// <summary>Whether it can be changed to a value; its own is always allowed.</summary>
    public bool Allows(Cell cell) => cell == Own
        || (!cell.IsMissing && IsMutable && (IsText || (IsNumber ? Reach.Allows(cell.Number) : Codes.Contains((int)cell.Number))));

    private static NumberReach ReachOf(ThreatColumn threat, double own) => new(
        own,
        threat.Cost,
        Math.Max(threat.Minimum ?? double.MinValue, threat.Direction == ThreatDirection.Up ? own : double.MinValue),
        Math.Min(threat.Maximum ?? double.MaxValue, threat.Direction == ThreatDirection.Down ? own : double.MaxValue),
        threat.Step ?? 0);

    private static int[] CodesOf(CategoryColumn column, IReadOnlyList<string> levels, double own)
    {
        var wanted = levels.ToHashSet(StringComparer.Ordinal);
        return [.. Enumerable.Range(0, column.Levels.Count).Where(code => code != own && wanted.Contains(column.Levels[code]))];
    }
}
