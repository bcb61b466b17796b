using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Modelwright.Recording.Stores;

/// <summary>Statements of the store: their values are always bound, never part of the text.</summary>
internal static class StoreCommand
{
    /// <summary>A statement with its values, as $1, $2 and so on.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="sql">A constant.</param>
    /// <param name="values">In order; null is NULL, as are numbers that are not finite.</param>
    public static DbCommand Make(DbConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants alone.
        command.CommandText = sql;
#pragma warning restore CA2100

        // SQLite looks values up by name, PostgreSQL by place; it takes names for a dialect of its own.
        var isNamed = connection is SqliteConnection;
        for (var place = 0; place < values.Length; place++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = isNamed ? string.Create(CultureInfo.InvariantCulture, $"${place + 1}") : "";
            parameter.Value = Bound(values[place], isNamed);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>Runs a statement.</summary>
    /// <returns>Rows it changed.</returns>
    public static int Run(DbConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Make(connection, sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Reads rows, at most as many as the statement's own limit lets through.</summary>
    public static IReadOnlyList<T> Read<T>(DbConnection connection, string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var command = Make(connection, sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>A time as the store holds it: text in UTC that sorts in order.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    // A server keeps no letter NUL in a text; SQLite does.
    private static object Bound(object? value, bool takesNul) => value switch
    {
        null => DBNull.Value,
        double number when !double.IsFinite(number) => DBNull.Value,
        DateTimeOffset time => Time(time),
        string text when !takesNul && text.Contains('\0', StringComparison.Ordinal) => text.Replace('\0', '\uFFFD'),
        _ => value,
    };
}
