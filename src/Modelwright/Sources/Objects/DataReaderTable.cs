using System.Data;
using System.Data.Common;
using Modelwright.Core.Data;
using DataException = Modelwright.Core.Errors.DataException;

namespace Modelwright.Sources.Objects;

/// <summary>Makes a table from what a database answers, or from a <see cref="DataTable"/>.</summary>
internal static class DataReaderTable
{
    internal static Table From(DataTable rows)
    {
        var columns = Columns([.. rows.Columns.Cast<DataColumn>().Select(column => (column.ColumnName, column.DataType))]);
        foreach (DataRow row in rows.Rows)
        {
            // A deleted row is still listed until the changes are accepted.
            if (row.RowState != DataRowState.Deleted)
            {
                for (var column = 0; column < columns.Length; column++)
                {
                    columns[column].Add(row[column]);
                }
            }
        }

        var count = rows.Rows.Cast<DataRow>().Count(row => row.RowState != DataRowState.Deleted);
        return new([.. columns.Select(column => column.Build())], count);
    }

    internal static Table From(DbDataReader reader)
    {
        var columns = Columns([.. Enumerable.Range(0, reader.FieldCount).Select(column => (reader.GetName(column), reader.GetFieldType(column)))]);
        var count = 0;
        while (reader.Read())
        {
            for (var column = 0; column < columns.Length; column++)
            {
                columns[column].Add(reader.GetValue(column));
            }

            count++;
        }

        return new([.. columns.Select(column => column.Build())], count);
    }

    private static CellReader[] Columns((string Name, Type Type)[] columns)
    {
        string[] faults =
        [
            .. columns.Where(column => !CellReader.CanRead(column.Type))
                .Select(column => $"Column '{column.Name}' is a {column.Type.Name}, which is no number, time, text or answer. Leave it out of the query, or convert it there."),
            .. columns.GroupBy(column => column.Name, StringComparer.Ordinal).Where(group => group.Count() > 1)
                .Select(group => $"{group.Count()} columns are named '{group.Key}'. Give them different names in the query."),
        ];
        return faults.Length == 0
            ? [.. columns.Select(column => new CellReader(column.Name, column.Type))]
            : throw new DataException(string.Join('\n', faults));
    }
}
