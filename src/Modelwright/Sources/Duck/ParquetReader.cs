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

    /// <summary>Reads the file in a session of its own.</summary>
    internal SourceTable Read(CancellationToken cancellation)
    {
        SourceFile.CheckExists(request.Path);
        using var session = DuckSession.Open(request.Path, request.Options);
        return Read(session, cancellation);
    }

    /// <summary>Reads the file in a session that may.</summary>
    internal SourceTable Read(DuckSession session, CancellationToken cancellation)
    {
        SourceFile.CheckExists(request.Path);
        var fingerprint = Task.Run(() => SourceFile.Fingerprint(request.Path, cancellation), cancellation);
        try
        {
            var (table, assembly, notes) = Rows(session, cancellation);
            return new(table, Report(assembly, notes, fingerprint.GetAwaiter().GetResult()));
        }
        catch (DuckDBException fault)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new DataException($"{request.Path}: the Parquet file is damaged or cut ({FaultList.Show(fault.Message.Split('\n')[0])}). Get the file again.", fault);
        }
    }

    private (Table Table, TableAssembly Assembly, string[] Notes) Rows(DuckSession session, CancellationToken cancellation)
    {
        var all = Fields(session);
        Field[] fields = [.. all.Where(field => field.Kind != FieldKind.Bytes)];
        var asText = TooLarge(session, fields);
        string[] notes =
        [
            .. all.Where(field => field.Kind == FieldKind.Bytes).Select(field => $"Column '{field.Title}' holds bytes and was left out."),
            .. fields.Where(asText.Contains).Select(field => $"Column '{field.Title}' holds whole numbers that a double cannot hold exactly; it is kept as text."),
        ];
        var assembly = new TableAssembly([.. fields.Select(field => field.Title)], request.Options);
        var table = assembly.Read(columns => Fill(session, fields, asText, columns, cancellation));
        return (table, assembly, notes);
    }

    private Field[] Fields(DuckSession session)
    {
        using var command = Command(session, "DESCRIBE SELECT * FROM read_parquet($path)");
        using var reader = command.ExecuteReader();
        var titles = Titles(session);
        var fields = new List<Field>();
        while (reader.Read())
        {
            var name = reader.GetString(0);
            fields.Add(new(name, reader.GetString(1), fields.Count < titles.Count ? titles[fields.Count] : name));
        }

        var twice = fields.GroupBy(field => field.Title, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? [.. fields] : throw new DataException($"{request.Path}: {twice.Count()} columns are named '{twice.Key}'. Rename all but one.");
    }

    // The names of the columns as the file has them; what lists and structures hold follows each, and is passed over.
    private List<string> Titles(DuckSession session)
    {
        using var command = Command(session, "SELECT name, coalesce(num_children, 0) FROM parquet_schema($path)");
        using var reader = command.ExecuteReader();
        var titles = new List<string>();
        var inside = -1L;
        while (reader.Read())
        {
            if (inside == 0)
            {
                titles.Add(reader.GetString(0));
            }

            // The root comes first and counts the columns, which are not inside of another.
            inside = inside < 0 ? 0 : Math.Max(0, inside - 1) + reader.GetInt64(1);
        }

        return titles;
    }

    private HashSet<Field> TooLarge(DuckSession session, Field[] fields)
    {
        Field[] doubtful = [.. fields.Where(field => field.MayBeInexact)];
        if (doubtful.Length == 0)
        {
            return [];
        }

        var questions = doubtful.Select(field => $"bool_or({field.IsInexact()})");
        using var command = Command(session, $"SELECT {string.Join(", ", questions)} FROM read_parquet($path)");
        using var reader = command.ExecuteReader();
        reader.Read();
        return [.. doubtful.Where((_, position) => !reader.IsDBNull(position) && reader.GetBoolean(position))];
    }

    private void Fill(DuckSession session, Field[] fields, HashSet<Field> asText, IReadOnlyList<ColumnAssembler?> columns, CancellationToken cancellation)
    {
        for (var column = 0; column < fields.Length; column++)
        {
            columns[column]?.Expect(asText.Contains(fields[column]) ? ColumnType.Text : fields[column].ColumnType);
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
                column.AddTicks(Field.Ticks(reader.GetInt64(position)));
                break;
            default:
                column.Add(reader.GetString(position), mayBeNumber: false);
                break;
        }
    }

    private DuckDBCommand Command(DuckSession session, string sql) => session.Command(sql, ("path", Path.GetFullPath(request.Path)));

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
