using System.Globalization;
using DuckDB.NET.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Sources.Duck;

/// <summary>An in-memory DuckDB that may touch the files it is opened for and nothing else: no network, no extensions, no other path.</summary>
internal sealed class DuckSession : IDisposable
{
    // DuckDB works on less, but slowly; more than this it does not need for one pass.
    private const long LeastMemory = 64L << 20;
    private const long MostMemory = 1L << 30;

    private DuckSession(DuckDBConnection connection) => Connection = connection;

    internal DuckDBConnection Connection { get; }

    public void Dispose() => Connection.Dispose();

    /// <summary>Opens a session that may read one file.</summary>
    internal static DuckSession Open(string path, ReadOptions options) => Open(path, [path], options);

    /// <summary>Opens a session that may read some files.</summary>
    /// <param name="address">What the person typed, named in errors.</param>
    /// <param name="paths">The files.</param>
    /// <param name="options">How to read them.</param>
    internal static DuckSession Open(string address, IEnumerable<string> paths, ReadOptions options) =>
        Open(address, options, options.Threads, session => session.Run($"SET allowed_paths = [{string.Join(", ", paths.Select(path => Literal(Path.GetFullPath(path))))}]"));

    /// <summary>Opens a session.</summary>
    /// <param name="address">What the person typed, named in errors.</param>
    /// <param name="options">How much memory it may use, and where its temporary files go.</param>
    /// <param name="threads">How many threads.</param>
    /// <param name="prepare">Names or attaches the files it may read; nothing can be opened afterwards.</param>
    internal static DuckSession Open(string address, ReadOptions options, int threads, Action<DuckSession> prepare)
    {
        var connection = new DuckDBConnection("Data Source=:memory:");
        try
        {
            connection.Open();
            var session = new DuckSession(connection);
            session.Limit(options, threads);
            prepare(session);
            session.Run("SET enable_external_access = false");
            session.Run("SET lock_configuration = true");
            return session;
        }
        catch (Exception fault) when (fault is DllNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            connection.Dispose();
            throw new DataException($"{address}: DuckDB's native library did not load on this machine ({fault.GetBaseException().Message}). Convert the file to CSV or JSON lines, which need none.", fault);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A text as an SQL literal.</summary>
    internal static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A name as an SQL identifier.</summary>
    internal static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    internal void Run(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    /// <summary>A statement. Names and values enter as identifiers, literals or parameters, a person's own statement only once it is known to be one SELECT.</summary>
    internal DuckDBCommand Command(string sql, params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        var command = Connection.CreateCommand();
#pragma warning disable CA2100 // See above.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.Add(new DuckDBParameter(name, value));
        }

        return command;
    }

    private void Limit(ReadOptions options, int threads)
    {
        var folder = options.TempFolder ?? Path.GetTempPath();
        var memory = Math.Clamp((options.MemoryBytes ?? long.MaxValue) / 5, LeastMemory, MostMemory);
        Run(string.Create(CultureInfo.InvariantCulture, $"SET memory_limit = '{memory >> 20}MiB'"));
        Run(string.Create(CultureInfo.InvariantCulture, $"SET threads = {threads}"));
        Run($"SET temp_directory = {Literal(Path.Combine(folder, $"modelwright-duck-{Guid.NewGuid():N}"))}");
        Run(string.Create(CultureInfo.InvariantCulture, $"SET max_expression_depth = {SqlNesting.MostLevels}"));
        Run("SET preserve_insertion_order = true");
        Run("SET autoinstall_known_extensions = false");
        Run("SET autoload_known_extensions = false");
    }
}
