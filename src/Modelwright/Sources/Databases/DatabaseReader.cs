using System.Data.Common;
using Modelwright.Sources.Rows;
using DataException = Modelwright.Core.Errors.DataException;

namespace Modelwright.Sources.Databases;

/// <summary>Reads one table or one answer of a database. Rows come in any order and are put in that of their content, so that a repeat gives the same table.</summary>
internal sealed class DatabaseReader(IDatabase database, ReadOptions options)
{
    private const int CancellationStride = 4096;

    internal SourceTable Read(CancellationToken cancellation)
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            var (rows, notes) = Fetch(cancellation);
            return rows.ToTable(keepsOrder: false, Report(notes), cancellation);
        }
        catch (Exception fault) when (fault is not DataException)
        {
            // A statement that is called off ends with a fault of the driver.
            cancellation.ThrowIfCancellationRequested();
            if (database.Explain(fault) is { } explained)
            {
                throw explained;
            }

            throw;
        }
    }

    private (RawRows Rows, string[] Notes) Fetch(CancellationToken cancellation)
    {
        using var connection = database.Open();
        using var query = database.Prepare(connection, options.Query ?? $"SELECT * FROM {database.Quote(DatabaseTableName.Choose(database.Shown, database.Tables(connection), options.DatabaseTable))}");
        using var stop = new QueryStop(query.Cancel, cancellation);
        using var reader = query.Command.ExecuteReader();
        return Rows(reader, cancellation);
    }

    private (RawRows Rows, string[] Notes) Rows(DbDataReader reader, CancellationToken cancellation)
    {
        var fields = DatabaseField.All(reader);
        CheckNames(fields);
        DatabaseField[] read = [.. fields.Where(field => !field.IsBytes)];
        var rows = new RawRows([.. read.Select(field => field.Name)], options);
        foreach (var (field, column) in read.Zip(rows.Columns))
        {
            if (field.ColumnType is { } type)
            {
                column.Expect(type);
            }
        }

        var count = 0;
        while (reader.Read())
        {
            if (++count % CancellationStride == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            for (var column = 0; column < read.Length; column++)
            {
                DatabaseCell.Add(reader, read[column], rows.Columns[column]);
            }
        }

        return (rows, [.. fields.Where(field => field.IsBytes).Select(field => $"Column '{field.Name}' holds bytes and was left out.")]);
    }

    private void CheckNames(DatabaseField[] fields)
    {
        string[] faults =
        [
            .. fields.Where(field => field.Name.Length == 0).Select(field => $"{database.Shown}: column {field.Position + 1} of the answer has no name. Give it one by AS."),
            .. fields.Where(field => field.Name.Length > 0).GroupBy(field => field.Name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => $"{database.Shown}: {group.Count()} columns are named '{group.Key}'. Give them different names by AS."),
        ];
        if (faults.Length > 0)
        {
            throw new DataException(string.Join('\n', faults));
        }
    }

    private SourceReport Report(string[] notes) => new()
    {
        Path = database.Shown,
        Source = database.Name,
        Fingerprint = "",
        Bytes = database.Bytes,
        RowsRead = 0,
        Notes = notes,
    };
}
