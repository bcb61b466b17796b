namespace Modelwright.Tests.Exporting;

/// <summary>A folder of its own, deleted at the end.</summary>
internal sealed class ExportFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("modelwright-export");

    /// <summary>The files in it.</summary>
    internal string[] Files => [.. _folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal)];

    /// <summary>A path in it.</summary>
    internal string Of(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
