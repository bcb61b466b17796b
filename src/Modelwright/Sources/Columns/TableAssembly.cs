using Modelwright.Core.Data;

namespace Modelwright.Sources.Columns;

/// <summary>Makes a table from one reading of a file, and from a second one for the columns that turned out to be text late.</summary>
/// <param name="names">The columns.</param>
/// <param name="options">How to read.</param>
internal sealed class TableAssembly(IReadOnlyList<string> names, ReadOptions options)
{
    private ColumnAssembler[] _columns = [];

    /// <summary>Whether numbers have a comma before their fraction.</summary>
    internal bool HasDecimalComma { get; init; }

    internal int RowCount => _columns.Length == 0 ? 0 : _columns[0].Count;

    internal long Unreadable
    {
        get
        {
            var sum = 0L;
            foreach (var column in _columns)
            {
                sum += column.Unreadable;
            }

            return sum;
        }
    }

    /// <summary>Makes the table.</summary>
    /// <param name="read">Adds all rows to those columns that are not null; called once or twice.</param>
    internal Table Read(Action<IReadOnlyList<ColumnAssembler?>> read)
    {
        var store = options.Store();
        _columns = [.. names.Select((name, position) => new ColumnAssembler(name, store, options.KeepsText(name)) { HasDecimalComma = HasDecimalComma, Progress = position == 0 ? options.Progress : null })];
        read(_columns);
        if (Array.Exists(_columns, column => column.MustRereadAsText))
        {
            ColumnAssembler?[] again = [.. _columns.Select(column => column.MustRereadAsText ? new ColumnAssembler(column.Name, store, keepsText: true) : null)];
            read(again);
            _columns = [.. _columns.Select((column, position) => again[position] ?? column)];
        }

        return new([.. _columns.Select(column => column.Build())], RowCount);
    }

    internal Dictionary<string, IReadOnlyDictionary<string, long>> Markers() =>
        _columns.Where(column => column.Markers.Count > 0).ToDictionary(column => column.Name, column => column.Markers, StringComparer.Ordinal);

    /// <summary>The first unreadable cell of each column.</summary>
    internal IEnumerable<SourceFault> Faults() => _columns
        .Where(column => column.FirstUnreadable is not null)
        .Select(Fault);

    internal static SourceFault Fault(ColumnAssembler column)
    {
        var (row, text) = column.FirstUnreadable!.Value;
        return new(
            row + 1,
            column.Name,
            FaultList.Show(text),
            $"'{FaultList.Show(text)}' in column '{column.Name}', row {row + 1}, cannot be held; such cells are missing in the table (here {column.Unreadable}). Replace them by finite values, or leave them empty.");
    }
}
