namespace Modelwright.Tests.Sources;

/// <summary>A folder of files for one test.</summary>
internal sealed class TempTree : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("modelwright");

    internal string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    internal string At(string path) => System.IO.Path.Combine(Path, path);

    internal TempTree With(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
        return this;
    }
}
