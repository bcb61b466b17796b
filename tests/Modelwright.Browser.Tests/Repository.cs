namespace Modelwright.Browser.Tests;

/// <summary>The clone that these tests stand in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Modelwright.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException($"No folder above '{AppContext.BaseDirectory}' holds Modelwright.slnx. Run the tests from a clone.");
    }
}
