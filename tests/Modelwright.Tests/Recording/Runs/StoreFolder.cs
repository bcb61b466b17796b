using Microsoft.Data.Sqlite;
using Modelwright.Recording.Runs;

namespace Modelwright.Tests.Recording.Runs;

/// <summary>A folder of its own with a store for one test.</summary>
internal sealed class StoreFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("modelwright-store-").FullName;

    public string File => System.IO.Path.Combine(Path, "runs.db");

    public RunStore Store => new(File);

    public RecordOptions Record => new(Store);

    /// <summary>Runs statements in the file, as another program would.</summary>
    public void Run(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of tests alone.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false, DefaultTimeout = 1 }.ConnectionString);
        connection.Open();
        return connection;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
