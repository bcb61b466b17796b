using System.Data.Common;
using DuckDB.NET.Data;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources.Columns;

namespace Modelwright.Sources.Duck;

/// <summary>From a path to a table, in one streamed pass.</summary>
internal sealed class ParquetReader(string source, SourceRequest request)
{
    private const int CancellationStride = 4096;
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;
    private const string LargestExact = "9007199254740992";

    internal SourceTable Read(CancellationToken cancellation)
    {
        SourceFile.CheckExists(request.Path);
        var fingerprint = Task.Run(() => SourceFile.Fingerprint(request.Path, cancellation), cancellation);
        try
        {
            using var session = DuckSession.Open(request.Path, request.Options);
            var (table, assembly, notes) = Read(session, cancellation);
            return new(table, Report(assembly, notes, fingerprint.GetAwaiter().GetResult()));
        }
        catch (DuckDBException fault)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new DataException($"{request.Path}: the Parquet file is damaged or cut ({FaultList.Show(fault.Message.Split('\n')[0])}). Get the file again.", fault);
        }
    }

    private (Table Table, TableAssembly Assembly, string[] Notes) Read(DuckSession session, CancellationToken cancellation)
    {
        var all = Fields(session);
        Field[] fields = [.. all.Where(field => field.Kind != FieldKind.Bytes)];
        var asText = TooLarge(session, fields);
        string[] notes =
        [
            .. all.Where(field => field.Kind == FieldKind.Bytes).Select(field => $"Column '{field.Name}' holds bytes and was left out."),
            .. fields.Where(asText.Contains).Select(field => $"Column '{field.Name}' holds whole numbers that a double cannot hold exactly; it is kept as text."),
        ];
        var assembly = new TableAssembly([.. fields.Select(field => field.Name)], request.Options);
        var table = assembly.Read(columns => Fill(session, fields, asText, columns, cancellation));
        return (table, assembly, notes);
    }

    private Field[] Fields(DuckSession session)
    {
        using var command = Command(session, "DESCRIBE SELECT * FROM read_parquet($path)");
        using var reader = command.ExecuteReader();
        var fields = new List<Field>();
        while (reader.Read())
        {
            fields.Add(new(reader.GetString(0), reader.GetString(1)));
        }

        return [.. fields];
    }

    private HashSet<Field> TooLarge(DuckSession session, Field[] fields)
    {
        Field[] doubtful = [.. fields.Where(field => field.MayBeInexact)];
        if (doubtful.Length == 0)
        {
            return [];
        }

        // A decimal with a fraction is rounded to the nearest double, as its text in a CSV file would be.
        var questions = doubtful.Select(field => $"bool_or(abs(CAST({DuckSession.Identifier(field.Name)} AS DOUBLE)) > {LargestExact} AND CAST({DuckSession.Identifier(field.Name)} AS VARCHAR) NOT LIKE '%.%')");
        using var command = Command(session, $"SELECT {string.Join(", ", questions)} FROM read_parquet($path)");
        using var reader = command.ExecuteReader();
        reader.Read();
        return [.. doubtful.Where((_, position) => !reader.IsDBNull(position) && reader.GetBoolean(position))];
    }

    private void Fill(DuckSession session, Field[] fields, HashSet<Field> asText, IReadOnlyList<ColumnAssembler?> columns, CancellationToken cancellation)
    {
        for (var column = 0; column < fields.Length; column++)
        {
            columns[column]?.Expect(asText.Contains(fields[column]) ? ColumnType.Text : TypeOf(fields[column].Kind));
        }

        using var command = Command(session, $"SELECT {string.Join(", ", fields.Select(field => field.Expression(asText.Contains(field))))} FROM read_parquet($path)");
        command.UseStreamingMode = true;
        using var reader = command.ExecuteReader();
        var rows = 0;
        while (reader.Read())
        {
            if (++rows % CancellationStride == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            for (var column = 0; column < fields.Length; column++)
            {
                if (columns[column] is { } target)
                {
                    Add(reader, column, asText.Contains(fields[column]) ? FieldKind.Text : fields[column].Kind, target);
                }
            }
        }
    }

    private static void Add(DbDataReader reader, int position, FieldKind kind, ColumnAssembler column)
    {
        if (reader.IsDBNull(position))
        {
            column.AddMissing();
            return;
        }

        switch (kind)
        {
            case FieldKind.Number:
                column.Add(reader.GetDouble(position));
                break;
            case FieldKind.Time:
                column.AddTicks(DateTime.UnixEpoch.Ticks + (reader.GetInt64(position) * TicksPerMicrosecond));
                break;
            default:
                column.Add(reader.GetString(position), mayBeNumber: false);
                break;
        }
    }

    private static ColumnType TypeOf(FieldKind kind) => kind switch
    {
        FieldKind.Number => ColumnType.Number,
        FieldKind.Time => ColumnType.Time,
        _ => ColumnType.Text,
    };

    private DuckDBCommand Command(DuckSession session, string sql)
    {
        var command = session.Connection.CreateCommand();
#pragma warning disable CA2100 // Names enter as quoted identifiers, the path as a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.Add(new DuckDBParameter("path", Path.GetFullPath(request.Path)));
        return command;
    }

    private SourceReport Report(TableAssembly assembly, string[] notes, string fingerprint) => new()
    {
        Path = request.Path,
        Source = source,
        Fingerprint = fingerprint,
        Bytes = new FileInfo(request.Path).Length,
        RowsRead = assembly.RowCount,
        CellsUnreadable = assembly.Unreadable,
        Faults = [.. assembly.Faults()],
        Markers = assembly.Markers(),
        Notes = notes,
    };
}
