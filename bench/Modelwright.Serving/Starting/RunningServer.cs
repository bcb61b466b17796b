using System.Diagnostics;
using System.Text.Json;

namespace Modelwright.Serving.Starting;

/// <summary>A server in a process of its own, as the driver sees it.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly Process _process;

    private RunningServer(Process process, Uri address, IReadOnlyList<string> routes) => (_process, Address, Routes) = (process, address, routes);

    public Uri Address { get; }

    /// <summary>All routes: the method, a space, and the pattern.</summary>
    public IReadOnlyList<string> Routes { get; }

    public bool HasEnded => _process.HasExited;

    /// <param name="setup">What it serves.</param>
    /// <param name="folder">Its working folder, and that of its temporary files; null for those of the driver.</param>
    public static async Task<RunningServer> StartAsync(ServerSetup setup, string? folder = null)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["server", setup.Write()]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (folder is not null)
        {
            (start.WorkingDirectory, start.Environment["TMPDIR"]) = (folder, folder);
        }

        var process = Process.Start(start)!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start; its error output says why.");
        return new(process, new(address), JsonSerializer.Deserialize<string[]>((await process.StandardOutput.ReadLineAsync())!)!);
    }

    /// <summary>Processor time that it has taken so far.</summary>
    public TimeSpan Worked
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public ServerMemory Memory() => ServerMemory.Of(_process);

    /// <summary>Ends it as 'kill -9' does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
