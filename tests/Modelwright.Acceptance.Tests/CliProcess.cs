using System.Diagnostics;

namespace Modelwright.Acceptance.Tests;

/// <summary>Runs the built command line as a process of its own, as a person or a script does.</summary>
internal static class CliProcess
{
    /// <summary>The program that the build left, beside these tests.</summary>
    public static string Path { get; } = Find();

    public static async Task<CliResult> RunAsync(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        return await WaitAsync(process);
    }

    public static Process Start(string folder, params string[] arguments)
    {
        var process = StartWithOpenInput(folder, arguments);
        process.StandardInput.Close();
        return process;
    }

    public static Process StartWithOpenInput(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    public static async Task<CliResult> WaitAsync(Process process)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new(process.ExitCode, await output, await error);
    }

    // artifacts/bin/Modelwright.Acceptance.Tests/release/ lies beside artifacts/bin/Modelwright.Cli/release/.
    private static string Find()
    {
        var own = System.IO.Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        var bin = System.IO.Path.GetFullPath(System.IO.Path.Combine(own, "..", ".."));
        var name = OperatingSystem.IsWindows() ? "Modelwright.Cli.exe" : "Modelwright.Cli";
        return System.IO.Path.Combine(bin, "Modelwright.Cli", System.IO.Path.GetFileName(own), name);
    }
}
