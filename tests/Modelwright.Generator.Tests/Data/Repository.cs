namespace Modelwright.Generator.Tests.Data;

/// <summary>The folder of the sources, found upwards from where the tests run.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find();

    internal static string Fixture(string name) => Path.Combine(Root, "tests", "Modelwright.Runtime.Tests", "Fixtures", name);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Modelwright.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Modelwright.slnx was not found above the tests.");
    }
}
