using System.Diagnostics.CodeAnalysis;
using Modelwright.Core.Errors;

namespace Modelwright.Core.Data;

/// <summary>Named, typed columns of one length. Immutable and safe from any thread; operations share values where they can.</summary>
public sealed class Table
{
    private readonly Dictionary<string, int> _positions;

    /// <summary>Makes a table.</summary>
    /// <param name="columns">Columns of one length and different names.</param>
    /// <exception cref="DataException">Two columns have one name, or the lengths differ; the text lists all.</exception>
    public Table(IReadOnlyList<Column> columns)
        : this(columns, columns is { Count: > 0 } ? columns[0].RowCount : 0)
    {
    }

    /// <summary>Makes a table whose number of rows is known apart from its columns, of which there may be none.</summary>
    /// <param name="columns">Columns of different names, each of <paramref name="rowCount"/> rows.</param>
    /// <param name="rowCount">Number of rows.</param>
    /// <exception cref="DataException">Two columns have one name, or the lengths differ; the text lists all.</exception>
    public Table(IReadOnlyList<Column> columns, int rowCount)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentOutOfRangeException.ThrowIfNegative(rowCount);
        Columns = columns;
        RowCount = rowCount;
        _positions = new(columns.Count, StringComparer.Ordinal);
        List<string>? faults = null;
        for (var position = 0; position < columns.Count; position++)
        {
            if (Admit(columns[position], position) is { } fault)
            {
                (faults ??= []).Add(fault);
            }
        }

        if (faults is not null)
        {
            throw new DataException(string.Join('\n', faults));
        }
    }

    /// <summary>The columns in order.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Number of rows.</summary>
    public int RowCount { get; }

    /// <summary>The names in order.</summary>
    public IEnumerable<string> Names => Columns.Select(column => column.Name);

    /// <summary>The column of a name; case matters.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="DataException">There is no such column; the text lists those there are.</exception>
    public Column this[string name] => TryGet(name, out var column) ? column : throw Absent(name);

    /// <summary>Looks a column up.</summary>
    /// <param name="name">The name; case matters.</param>
    /// <param name="column">The column, where there is one.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGet(string name, [NotNullWhen(true)] out Column? column)
    {
        column = _positions.TryGetValue(name, out var position) ? Columns[position] : null;
        return column is not null;
    }

    /// <summary>The named rows of every column, as a new table in memory.</summary>
    /// <param name="rows">0-based rows, in the order wanted; may repeat.</param>
    /// <returns>A table of as many rows as named.</returns>
    public Table Take(ReadOnlySpan<int> rows)
    {
        var taken = new Column[Columns.Count];
        for (var position = 0; position < taken.Length; position++)
        {
            taken[position] = Columns[position].Take(rows);
        }

        return new(taken, rows.Length);
    }

    /// <summary>The named columns, in the order named.</summary>
    /// <param name="names">Names of columns.</param>
    /// <returns>A table that shares the columns.</returns>
    /// <exception cref="DataException">Some names are not there; the text lists all of them.</exception>
    public Table Select(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        string[] absent = [.. names.Where(name => !_positions.ContainsKey(name))];
        return absent.Length == 0
            ? new([.. names.Select(name => this[name])], RowCount)
            : throw new DataException(string.Join('\n', absent.Select(name => Absent(name).Message)));
    }

    /// <summary>All columns but those named; a name that is not there is no error.</summary>
    /// <param name="names">Names to leave out.</param>
    /// <returns>A table that shares the columns.</returns>
    public Table Without(IEnumerable<string> names)
    {
        var left = names.ToHashSet(StringComparer.Ordinal);
        return new([.. Columns.Where(column => !left.Contains(column.Name))], RowCount);
    }

    /// <summary>The table with a column put in place of the one with its name, or added at the end.</summary>
    /// <param name="column">A column of <see cref="RowCount"/> rows.</param>
    /// <returns>A table that shares the other columns.</returns>
    public Table With(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return _positions.TryGetValue(column.Name, out var position)
            ? new([.. Columns.Take(position), column, .. Columns.Skip(position + 1)], RowCount)
            : new([.. Columns, column], RowCount);
    }

    /// <summary>The rows of this table, and under them those of another. Columns are found by name; where one table lacks a column, its values are missing there.</summary>
    /// <param name="below">The other table.</param>
    /// <returns>A table in memory. Where types differ, a category stays one, and all else becomes text.</returns>
    public Table Concat(Table below)
    {
        ArgumentNullException.ThrowIfNull(below);
        return new(
            [
                .. Columns.Select(column => StackedColumn.Of(column, below.TryGet(column.Name, out var other) ? other : null, RowCount, below.RowCount)),
                .. below.Columns.Where(column => !_positions.ContainsKey(column.Name)).Select(column => StackedColumn.Of(null, column, RowCount, below.RowCount)),
            ],
            RowCount + below.RowCount);
    }

    private string? Admit(Column column, int position)
    {
        if (!_positions.TryAdd(column.Name, position))
        {
            return $"Two columns are named '{column.Name}' (columns {_positions[column.Name] + 1} and {position + 1}). Rename one of them.";
        }

        return column.RowCount == RowCount
            ? null
            : $"Column '{column.Name}' has {column.RowCount} rows, the table has {RowCount}. Give every column one value a row.";
    }

    private DataException Absent(string name) =>
        new($"Column '{name}' was not found.{NearestName.Suggest(name, Names)} The table has: {Listed()}. Check the spelling (case matters).");

    private string Listed()
    {
        const int Most = 20;
        var shown = string.Join(", ", Names.Take(Most).Select(name => $"'{name}'"));
        return Columns.Count > Most ? $"{shown} and {Columns.Count - Most} more" : shown;
    }
}
