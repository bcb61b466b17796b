using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Modelwright.Tests.Sources.Databases;

/// <summary>A server of PostgreSQL of its own for one class of tests, in a temporary folder; <see cref="Absent"/> says why there is none.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    internal const string Password = "p@ss'w;rd/1";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("modelwright-postgres-");
    private readonly string? _programs = Programs();
    private readonly bool _isRoot = !OperatingSystem.IsWindows() && Environment.UserName == "root";

    internal string? Absent { get; private set; } = "PostgreSQL is not installed here: install the system package 'postgresql'.";

    internal int Port { get; } = FreePort();

    /// <summary>The address of a store in a schema of its own.</summary>
    internal string StoreAddress(string schema) => FormattableString.Invariant($"postgres://owner:{Uri.EscapeDataString(Password)}@127.0.0.1:{Port}/postgres?Search%20Path={schema}");

    private string Data => Path.Combine(_folder.FullName, "data");

    public async ValueTask InitializeAsync()
    {
        if (_programs is null)
        {
            return;
        }

        File.WriteAllText(Path.Combine(_folder.FullName, "password"), Password);
        if (_isRoot)
        {
            // The server refuses to run as root; the package brings a user for it.
            await RunAsync("chown", "-R", "postgres", _folder.FullName);
        }

        await RunAsPostgresAsync("initdb", "-D", Data, "--username=owner", "--auth=scram-sha-256", $"--pwfile={Path.Combine(_folder.FullName, "password")}", "--encoding=UTF8", "--locale=C");
        await RunAsPostgresAsync("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder.FullName, "log"), "-o", $"-c listen_addresses=127.0.0.1 -p {Port} -k {_folder.FullName} -c fsync=off", "start");
        Absent = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (Absent is null)
        {
            await RunAsPostgresAsync("pg_ctl", "-D", Data, "-m", "immediate", "stop");
        }

        _folder.Delete(recursive: true);
    }

    internal NpgsqlConnection Open()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = Port, Username = "owner", Password = Password, Database = "postgres", Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    internal void Execute(string sql)
    {
        using var connection = Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static string? Programs()
    {
        const string Root = "/usr/lib/postgresql";
        return Directory.Exists(Root) ? Directory.GetDirectories(Root).Select(version => Path.Combine(version, "bin")).Where(folder => File.Exists(Path.Combine(folder, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault() : null;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Task RunAsPostgresAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs!, program);
        return _isRoot ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments]) : RunAsync(path, arguments);
    }

    // The server inherits what is redirected here and would keep it open, so nothing is.
    private async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/", UseShellExecute = false })!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"'{program} {string.Join(' ', arguments)}' ended with {process.ExitCode}; see {_folder.FullName}.");
    }
}
