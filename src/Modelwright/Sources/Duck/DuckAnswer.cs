using System.Globalization;
using DuckDB.NET.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources.Databases;
using Modelwright.Sources.Rows;

namespace Modelwright.Sources.Duck;

/// <summary>Runs one statement in DuckDB and makes a table of its rows, the same at every run.</summary>
/// <param name="address">What the person typed, as it is shown in errors.</param>
/// <param name="options">How to read.</param>
internal sealed class DuckAnswer(string address, ReadOptions options)
{
    // Sums of doubles depend on the order in which threads add, so one thread does it all.
    private const int Threads = 1;
    private const int CancellationStride = 4096;

    /// <summary>Reads all rows.</summary>
    /// <param name="prepare">Lets the session read what it has to.</param>
    /// <param name="statement">Says what is asked of the session.</param>
    /// <param name="report">What is known of the reading.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    internal SourceTable Read(Action<DuckSession> prepare, Func<DuckSession, SqlStatement> statement, SourceReport report, CancellationToken cancellation)
    {
        try
        {
            // What DuckDB holds in memory is given back before the rows are put in order.
            var (rows, hasOrder, notes) = Fetch(prepare, statement, cancellation);
            return rows.ToTable(hasOrder, report with { Notes = notes }, cancellation);
        }
        catch (DuckDBException fault)
        {
            cancellation.ThrowIfCancellationRequested();
            throw Refused(fault);
        }
    }

    private (RawRows Rows, bool HasOrder, string[] Notes) Fetch(Action<DuckSession> prepare, Func<DuckSession, SqlStatement> ask, CancellationToken cancellation)
    {
        using var session = DuckSession.Open(address, options, Threads, prepare);
        var statement = ask(session);
        var (text, all) = Describe(session, statement, cancellation);
        Field[] fields = [.. all.Where(field => field.Kind != FieldKind.Bytes)];
        if (fields.Length == 0)
        {
            throw new DataException($"{address}: no column of the answer holds what a table can hold. Ask for numbers, times, texts or answers.");
        }

        var rows = new RawRows([.. fields.Select(field => field.Title)], options);
        Fill(session, $"SELECT {string.Join(", ", fields.Select(Expression))} FROM {Relation(session, statement, text, all, cancellation)}", fields, rows, cancellation);
        string[] notes = [.. all.Where(field => field.Kind == FieldKind.Bytes).Select(field => $"Column '{field.Title}' holds bytes and was left out.")];
        return (rows, statement.HasOrder, notes);
    }

    // The order of rows lasts in a table only; without one they are streamed.
    private static string Relation(DuckSession session, SqlStatement statement, string text, Field[] fields, CancellationToken cancellation)
    {
        var names = string.Join(", ", fields.Select(field => field.Name));
        if (!statement.HasOrder)
        {
            return $"{text} AS answer({names})";
        }

        using var command = session.Command($"CREATE TEMP TABLE answer({names}) AS {statement.Ordered(session, fields.Length)}");
        using var stop = new QueryStop(command.Cancel, cancellation);
        command.ExecuteNonQuery();
        return "answer";
    }

    // What a person wrote is shorter than what DuckDB makes of it, and parsed sooner.
    private (string Text, Field[] Fields) Describe(DuckSession session, SqlStatement statement, CancellationToken cancellation)
    {
        try
        {
            return (statement.Own, Fields(session, statement.Own, cancellation));
        }
        catch (DuckDBException fault) when (fault.Message.StartsWith("Parser Error", StringComparison.Ordinal) && !SqlNesting.IsReason(fault.Message))
        {
            var text = statement.Rewritten(session);
            return (text, Fields(session, text, cancellation));
        }
    }

    private Field[] Fields(DuckSession session, string text, CancellationToken cancellation)
    {
        using var command = session.Command($"DESCRIBE {text}");
        using var stop = new QueryStop(command.Cancel, cancellation);
        using var reader = command.ExecuteReader();
        var fields = new List<Field>();
        while (reader.Read())
        {
            fields.Add(new(string.Create(CultureInfo.InvariantCulture, $"c{fields.Count}"), reader.GetString(1), reader.GetString(0)));
        }

        string[] faults = [.. fields.GroupBy(field => field.Title, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => $"{address}: {group.Count()} columns are named '{group.Key}'. Give them different names by AS.")];
        return faults.Length == 0 ? [.. fields] : throw new DataException(string.Join('\n', faults));
    }

    private static string Expression(Field field) => field.Type == "BIGINT" ? field.Name : field.Expression(field.MayBeInexact);

    private static void Fill(DuckSession session, string sql, Field[] fields, RawRows rows, CancellationToken cancellation)
    {
        for (var column = 0; column < fields.Length; column++)
        {
            rows.Columns[column].Expect(fields[column].ColumnType);
        }

        using var command = session.Command(sql);
        command.UseStreamingMode = true;
        using var stop = new QueryStop(command.Cancel, cancellation);
        using var reader = command.ExecuteReader();
        var count = 0;
        while (reader.Read())
        {
            if (++count % CancellationStride == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            for (var column = 0; column < fields.Length; column++)
            {
                Add(reader, column, fields[column], rows.Columns[column]);
            }
        }
    }

    private static void Add(DuckDBDataReader reader, int position, Field field, RawColumn column)
    {
        if (reader.IsDBNull(position))
        {
            column.AddMissing();
        }
        else if (field.Kind == FieldKind.Time)
        {
            column.AddTicks(Field.Ticks(reader.GetInt64(position)));
        }
        else if (field.Type == "BIGINT")
        {
            column.Add(reader.GetInt64(position));
        }
        else if (field.MayBeInexact && long.TryParse(reader.GetString(position), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            column.Add(whole);
        }
        else if (field.Kind == FieldKind.Number && !field.MayBeInexact)
        {
            column.Add(reader.GetDouble(position));
        }
        else
        {
            column.Add(reader.GetString(position));
        }
    }

    private DataException Refused(DuckDBException fault)
    {
        if (SqlNesting.IsReason(fault.Message))
        {
            return SqlNesting.Refused(address, fault);
        }

        var message = FaultList.Show(fault.Message.Split('\n')[0], longest: 300).TrimEnd('.', '!');
        return message.StartsWith("Permission Error", StringComparison.Ordinal)
            ? new($"{address}: {message}. A statement may read the local files that it names as text, and nothing else. Name the file, such as FROM 'sales/*.parquet'.", fault)
            : message.StartsWith("Out of Memory", StringComparison.Ordinal)
            ? new($"{address}: {message}. Give more by MemoryBytes (--memory), or ask for fewer rows or columns.", fault)
            : new($"{address}: {message}. Correct the statement, or the file that it reads.", fault);
    }
}
