namespace Modelwright.Serving.Starting;

/// <summary>A folder of temporary files of one command.</summary>
internal sealed class WorkFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("modelwright-serving-").FullName;

    public string At(params ReadOnlySpan<string> names) => System.IO.Path.Combine([Path, .. names]);

    /// <summary>Makes a folder in it.</summary>
    public string Made(string name) => Directory.CreateDirectory(At(name)).FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
