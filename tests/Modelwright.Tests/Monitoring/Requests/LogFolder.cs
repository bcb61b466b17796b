namespace Modelwright.Tests.Monitoring.Requests;

/// <summary>A folder for one test.</summary>
internal sealed class LogFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("modelwright-log-").FullName;

    public string[] Segments(string kind) => [.. Directory.GetFiles(Path, kind + "-*.log").Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
