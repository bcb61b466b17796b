using System.Diagnostics;

namespace Modelwright.Startup.Runtime;

/// <summary>The app, published in one way.</summary>
/// <param name="Kind">The way.</param>
/// <param name="Program">What is started.</param>
/// <param name="Bytes">All files of the folder together.</param>
internal sealed record PublishedApp(AppKind Kind, string Program, long Bytes)
{
    private const string Name = "Modelwright.Startup.App";

    /// <summary>Publishes it, apart from all other builds.</summary>
    /// <param name="project">The folder of its project.</param>
    /// <param name="kind">The way.</param>
    /// <param name="folder">Where to.</param>
    internal static PublishedApp Publish(string project, AppKind kind, string folder)
    {
        var output = Path.Combine(folder, kind.Name);
        string[] call = ["publish", project, "-c", "Release", "-o", output, $"-p:Kind={kind.Name}", $"-p:ArtifactsPath={Path.Combine(folder, "artifacts-" + kind.Name)}", "-nodeReuse:false"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", call) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'dotnet {string.Join(' ', call)}' ended with exit code {process.ExitCode}: {text}{errors.GetAwaiter().GetResult()}");
        }

        var files = Directory.GetFiles(output, "*", SearchOption.AllDirectories);
        return new(kind, Path.Combine(output, Name + (OperatingSystem.IsWindows() ? ".exe" : "")), files.Sum(file => new FileInfo(file).Length));
    }
}
