using Modelwright.Core.Data;
using Modelwright.Sources.Columns;
using Modelwright.Sources.Rows;

namespace Modelwright.Sources.Folders;

/// <summary>The rows of several files with the same columns, which are found by name.</summary>
/// <param name="address">What the person typed.</param>
/// <param name="store">Where the rows go.</param>
/// <param name="takesUnion">Whether a file need not have every column, as of objects, where a value that is not there is missing.</param>
internal sealed class FileRows(string address, ColumnStore store, bool takesUnion)
{
    private readonly List<RawColumn> _columns = [];
    private readonly Dictionary<string, RawColumn> _byName = new(StringComparer.Ordinal);
    private readonly FaultList _faults = new(address);
    private (string File, HashSet<string> Names)? _first;

    internal int Count { get; private set; }

    /// <summary>Columns that are text in one file and numbers or times in another.</summary>
    internal HashSet<string> TextsAmongNumbers { get; } = new(StringComparer.Ordinal);

    internal void Add(string file, Table table)
    {
        if (_first is { } first && !takesUnion)
        {
            Compare(file, table, first.File, first.Names);
        }

        foreach (var column in table.Columns)
        {
            Append(column, _byName.GetValueOrDefault(column.Name) ?? Begin(column.Name));
        }

        Count = checked(Count + table.RowCount);
        _first ??= (file, [.. table.Names]);
        foreach (var absent in _columns.Where(column => column.Count < Count))
        {
            absent.AddMissing(Count - absent.Count);
        }
    }

    internal void ThrowIfColumnsDiffer() => _faults.ThrowIfAny("Give all files the same columns, or name a pattern that takes files with the same columns only.");

    internal Table Build() => new([.. _columns.Select(column => column.Build().Column)], Count);

    private RawColumn Begin(string name)
    {
        var column = new RawColumn(name, store);
        column.AddMissing(Count);
        _columns.Add(column);
        _byName.Add(name, column);
        return column;
    }

    private void Compare(string file, Table table, string first, HashSet<string> names)
    {
        foreach (var name in names.Where(name => !table.TryGet(name, out _)))
        {
            _faults.Add(new(0, name, null, $"'{file}' has no column '{name}', which '{first}' has."));
        }

        foreach (var name in table.Names.Where(name => !names.Contains(name)))
        {
            _faults.Add(new(0, name, null, $"'{file}' has the column '{name}', which '{first}' has not."));
        }
    }

    private void Append(Column column, RawColumn target)
    {
        target.Expect(column.Type);
        var before = target.Kind;
        CopiedColumn.AddTo(target, column);
        if (before != RawKind.Undecided && target.Kind != before || (before == RawKind.Text && column.Type is ColumnType.Number or ColumnType.Time && HasValue(column)))
        {
            TextsAmongNumbers.Add(column.Name);
        }
    }

    private static bool HasValue(Column column)
    {
        for (var row = 0; row < column.RowCount; row++)
        {
            if (!column.IsMissing(row))
            {
                return true;
            }
        }

        return false;
    }
}
