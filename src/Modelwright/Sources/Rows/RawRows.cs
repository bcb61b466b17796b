using Modelwright.Core.Data;
using Modelwright.Sources.Columns;

namespace Modelwright.Sources.Rows;

/// <summary>Rows that can be read once only and have no order of their own, on the way to a table.</summary>
/// <param name="names">The columns.</param>
/// <param name="options">How to read.</param>
internal sealed class RawRows(IReadOnlyList<string> names, ReadOptions options)
{
    // Rows that are put in order at a time: few passes over a table on disk, and no more texts in memory than the limit has room for.
    private const int SmallestPart = 1 << 16;
    private const int LargestPart = 1 << 18;
    private const int BytesOfLimitForARow = 4000;

    internal IReadOnlyList<RawColumn> Columns { get; } = Make(names, options.StoreForAWhile());

    private int Part => options.MemoryBytes is { } bytes ? (int)Math.Clamp(bytes / BytesOfLimitForARow, SmallestPart, int.MaxValue / 2) : LargestPart;

    /// <summary>Makes the table.</summary>
    /// <param name="keepsOrder">Whether the rows came in an order that is theirs; else they are put in that of their keys.</param>
    /// <param name="report">What is known of the reading so far.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    internal SourceTable ToTable(bool keepsOrder, SourceReport report, CancellationToken cancellation)
    {
        RawCells[] cells = [.. Columns.Select(column => column.Build())];
        var rows = cells.Length == 0 ? 0 : cells[0].RowCount;
        var keys = RowKeys.Of(cells, rows, cancellation);
        var order = keepsOrder ? [.. Enumerable.Range(0, rows)] : keys.Order();
        var fingerprint = keys.Fingerprint(names, order);
        var assembly = new TableAssembly(names, options);
        var table = assembly.Read(columns => Feed(cells, order, columns, cancellation));
        return new(table, report with
        {
            Fingerprint = fingerprint,
            RowsRead = rows,
            CellsUnreadable = Columns.Sum(column => column.Unreadable),
            Faults = [.. Columns.Where(column => column.Unreadable > 0).Select(Fault)],
            Markers = assembly.Markers(),
        });
    }

    private static RawColumn[] Make(IReadOnlyList<string> names, ColumnStore store) => [.. names.Select(name => new RawColumn(name, store))];

    private void Feed(RawCells[] cells, int[] order, IReadOnlyList<ColumnAssembler?> columns, CancellationToken cancellation)
    {
        for (var column = 0; column < cells.Length; column++)
        {
            columns[column]?.Expect(cells[column].IsWhole ? ColumnType.Text : cells[column].Column.Type);
        }

        var part = Part;
        for (var start = 0L; start < order.Length; start += part)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = order.AsSpan((int)start, (int)Math.Min(part, order.Length - start)).ToArray();
            int[] places = [.. Enumerable.Range(0, rows.Length)];
            Array.Sort(rows, places);
            for (var column = 0; column < cells.Length; column++)
            {
                if (columns[column] is { } target)
                {
                    cells[column].Feed(rows, places, target);
                }
            }
        }
    }

    private static SourceFault Fault(RawColumn column) => new(
        0,
        column.Name,
        FaultList.Show(column.FirstUnreadable),
        $"'{FaultList.Show(column.FirstUnreadable)}' in column '{column.Name}' cannot be held; such cells are missing in the table (here {column.Unreadable}). Replace them by finite values, or leave them empty.");
}
