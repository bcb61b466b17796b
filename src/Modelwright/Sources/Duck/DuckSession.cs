using System.Globalization;
using DuckDB.NET.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Sources.Duck;

/// <summary>An in-memory DuckDB that may touch one file and nothing else: no network, no extensions, no other path.</summary>
internal sealed class DuckSession : IDisposable
{
    // DuckDB works on less, but slowly; more than this it does not need for one pass.
    private const long LeastMemory = 64L << 20;
    private const long MostMemory = 1L << 30;

    private DuckSession(DuckDBConnection connection) => Connection = connection;

    internal DuckDBConnection Connection { get; }

    public void Dispose() => Connection.Dispose();

    internal static DuckSession Open(string path, ReadOptions options)
    {
        var connection = new DuckDBConnection("Data Source=:memory:");
        try
        {
            connection.Open();
            var session = new DuckSession(connection);
            session.Limit(path, options);
            return session;
        }
        catch (Exception fault) when (fault is DllNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            connection.Dispose();
            throw new DataException($"{path}: DuckDB's native library did not load on this machine ({fault.GetBaseException().Message}). Convert the file to CSV or JSON lines, which need none.", fault);
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
        using var command = Connection.CreateCommand();
#pragma warning disable CA2100 // Texts that come from outside enter through Literal and Identifier only.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private void Limit(string path, ReadOptions options)
    {
        var folder = options.TempFolder ?? Path.GetTempPath();
        var memory = Math.Clamp((options.MemoryBytes ?? long.MaxValue) / 5, LeastMemory, MostMemory);
        Run(string.Create(CultureInfo.InvariantCulture, $"SET memory_limit = '{memory >> 20}MiB'"));
        Run(string.Create(CultureInfo.InvariantCulture, $"SET threads = {options.Threads}"));
        Run($"SET temp_directory = {Literal(Path.Combine(folder, $"modelwright-duck-{Guid.NewGuid():N}"))}");
        Run("SET preserve_insertion_order = true");
        Run("SET autoinstall_known_extensions = false");
        Run("SET autoload_known_extensions = false");
        Run($"SET allowed_paths = [{Literal(Path.GetFullPath(path))}]");
        Run("SET enable_external_access = false");
        Run("SET lock_configuration = true");
    }
}
