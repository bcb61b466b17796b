using Modelwright.Core.Data;
using Modelwright.Stress.Attacks.Threats;

namespace Modelwright.Stress.Attacks.Rows;

/// <summary>One row with all that a threat can make of it. Safe from any thread.</summary>
internal sealed class ChangedRow
{
    private readonly Threat _threat;
    private readonly ColumnMoves[] _all;
    private readonly Dictionary<string, ColumnMoves> _byName;
    private readonly Dictionary<string, int> _places;
    private readonly Table _rows;
    private readonly int _row;

    /// <summary>Reads the threat for a row.</summary>
    /// <param name="threat">The threat.</param>
    /// <param name="schema">What the columns mean.</param>
    /// <param name="rows">Rows in the types of the schema.</param>
    /// <param name="row">0-based row.</param>
    public ChangedRow(Threat threat, Schema schema, Table rows, int row)
    {
        (_threat, _rows, _row) = (threat, rows, row);
        var known = new Dictionary<string, ThreatColumn>(StringComparer.Ordinal);
        foreach (var column in threat.Columns.Where(_ => threat.Budget > 0))
        {
            known.TryAdd(column.Name, column);
        }

        _all = [.. schema.Features.Select(spec => new ColumnMoves(known.GetValueOrDefault(spec.Name), spec, rows[spec.Name], row))];
        _byName = _all.ToDictionary(column => column.Spec.Name, StringComparer.Ordinal);
        Mutable = [.. _all.Where(column => column.IsMutable)];
        _places = Mutable.Index().ToDictionary(entry => entry.Item.Spec.Name, entry => entry.Index, StringComparer.Ordinal);
    }

    /// <summary>The columns that can be changed, in the order of the schema.</summary>
    public ColumnMoves[] Mutable { get; }

    /// <summary>The place of a column among those that can be changed; -1 where it cannot be.</summary>
    public int PlaceOf(string name) => _places.GetValueOrDefault(name, -1);

    /// <summary>What a change costs.</summary>
    public double Cost(RowChange change)
    {
        var cost = 0.0;
        for (var place = 0; place < change.Columns.Length; place++)
        {
            cost += Mutable[change.Columns[place]].Cost(change.Cells[place]);
        }

        return cost;
    }

    /// <summary>Whether the threat allows a change, its rules included.</summary>
    public bool Allows(RowChange change)
    {
        for (var place = 0; place < change.Columns.Length; place++)
        {
            if (!Mutable[change.Columns[place]].Allows(change.Cells[place]))
            {
                return false;
            }
        }

        return _threat.Rules.Count == 0 || !Broken(name => PlaceOf(name) is >= 0 and var place ? change[place] ?? Mutable[place].Own : _byName[name].Own).Any();
    }

    /// <summary>Leaves out what is no change.</summary>
    public RowChange Cleaned(RowChange change)
    {
        foreach (var column in change.Columns.Where(column => change[column] == Mutable[column].Own))
        {
            change = change.Without(column);
        }

        return change;
    }

    /// <summary>All columns that were brought, with one row a change.</summary>
    public Table Filled(IReadOnlyList<RowChange> changes)
    {
        var places = new int[changes.Count];
        Array.Fill(places, _row);
        var columns = _rows.Columns.ToArray();
        for (var column = 0; column < columns.Length; column++)
        {
            var place = PlaceOf(columns[column].Name);
            columns[column] = place >= 0 && changes.Any(change => change[place] is not null)
                ? RowCells.Filled(columns[column], _row, [.. changes.Select(change => change[place])])
                : columns[column].Take(places);
        }

        return new(columns, changes.Count);
    }

    /// <summary>What a row given as a table breaks, one sentence a fault.</summary>
    public IEnumerable<string> Broken(Table after)
    {
        foreach (var column in _all)
        {
            var cell = CellOf(column, after);
            if (!column.Allows(cell))
            {
                var name = column.Spec.Name;
                yield return $"'{name}' {(column.IsMutable ? "cannot become" : "cannot be changed, and is")} '{after[name].Format(0)}'.";
            }
        }

        foreach (var rule in Broken(name => CellOf(_byName[name], after)))
        {
            yield return $"'{rule.Column}' must be {(rule.AtMost is null ? "at least" : "at most")} '{rule.AtMost ?? rule.AtLeast}'.";
        }
    }

    /// <summary>What a row given as a table costs.</summary>
    public double Cost(Table after) => _all.Sum(column => column.Cost(CellOf(column, after)));

    private static Cell CellOf(ColumnMoves column, Table after)
    {
        var other = after[column.Spec.Name];
        if (other is CategoryColumn && column.Column is CategoryColumn own && other.Format(0) is { } level)
        {
            // A level that the rows do not have has no code of theirs.
            return new(own.Levels.ToList().IndexOf(level), null);
        }

        // A time is kept to 100 ns; what was not touched must not seem to be.
        return RowCells.At(other, 0);
    }

    private IEnumerable<ThreatRule> Broken(Func<string, Cell> now) => _threat.Rules.Where(rule =>
    {
        var other = (rule.AtMost ?? rule.AtLeast)!;
        var (value, against) = (now(rule.Column), now(other));
        var isTouched = value != _byName[rule.Column].Own || against != _byName[other].Own;
        return isTouched && rule.Excess(value.Number, against.Number) > 0;
    });
}
