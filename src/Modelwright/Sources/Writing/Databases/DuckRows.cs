using DuckDB.NET.Data;
using Modelwright.Core.Data;
using Modelwright.Sources.Duck;

namespace Modelwright.Sources.Writing.Databases;

/// <summary>Puts a table into DuckDB: numbers as DOUBLE, times as TIMESTAMP (microseconds), levels and texts as VARCHAR.</summary>
internal static class DuckRows
{
    private const int CancellationStride = 4096;

    /// <summary>The columns as they are declared.</summary>
    internal static string Declared(Table table) =>
        string.Join(", ", table.Columns.Select(column => $"{DuckSession.Identifier(column.Name)} {TypeOf(column)}"));

    /// <summary>Adds all rows.</summary>
    internal static void Append(DuckDBAppender appender, Table table, CancellationToken cancellation)
    {
        for (var row = 0; row < table.RowCount; row++)
        {
            if (row % CancellationStride == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            Append(appender.CreateRow(), table, row);
        }
    }

    /// <summary>Says that a file could not be written, such as to a full disk.</summary>
    internal static IOException Unwritten(string path, DuckDBException fault) =>
        new($"{path}: the file could not be written ({Words(fault)})", fault);

    /// <summary>What DuckDB says, in one line without an end.</summary>
    internal static string Words(DuckDBException fault) => FaultList.Show(fault.Message.Split('\n')[0], longest: 300).TrimEnd('.', '!');

    private static string TypeOf(Column column) => column.Type switch
    {
        ColumnType.Number => "DOUBLE",
        ColumnType.Time => "TIMESTAMP",
        _ => "VARCHAR",
    };

    private static void Append(IDuckDBAppenderRow row, Table table, int number)
    {
        foreach (var column in table.Columns)
        {
            switch (column)
            {
                case var _ when column.IsMissing(number):
                    row.AppendNullValue();
                    break;
                case NumberColumn numbers:
                    row.AppendValue(numbers.Values.At(number));
                    break;
                case TimeColumn times:
                    row.AppendValue(new DateTime(times.Values.At(number), DateTimeKind.Unspecified));
                    break;
                default:
                    row.AppendValue(column.Format(number));
                    break;
            }
        }

        row.EndRow();
    }
}
