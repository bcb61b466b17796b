using System.Diagnostics;
using DuckDB.NET.Data;

namespace Modelwright.Scale;

/// <summary>The time DuckDB alone needs to read a file into a table of its own, which is what our times are divided by.</summary>
internal static class DuckReading
{
    /// <summary>Reads the file once to warm up and then again.</summary>
    /// <param name="path">A file of comma-separated values.</param>
    /// <param name="threads">Threads.</param>
    /// <returns>Seconds of the second reading.</returns>
    public static double Seconds(string path, int threads)
    {
        Read(path, threads);
        var clock = Stopwatch.StartNew();
        Read(path, threads);
        return clock.Elapsed.TotalSeconds;
    }

    private static void Read(string path, int threads)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The path is one that this program made.
        command.CommandText = $"SET threads = {threads}; CREATE TABLE rows AS SELECT * FROM read_csv('{path.Replace("'", "''", StringComparison.Ordinal)}')";
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
