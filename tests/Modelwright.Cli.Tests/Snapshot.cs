namespace Modelwright.Cli.Tests;

/// <summary>Compares what people read with a committed file. Run with MODELWRIGHT_APPROVE=1 to approve what there is now.</summary>
internal static class Snapshot
{
    /// <summary>Compares.</summary>
    /// <param name="name">Path of the committed file inside this project, without '.verified.txt'.</param>
    /// <param name="actual">What there is now.</param>
    public static void Verify(string name, string actual)
    {
        var path = Path.Combine(Repository.Root, "tests", "Modelwright.Cli.Tests", name);
        if (Environment.GetEnvironmentVariable("MODELWRIGHT_APPROVE") == "1")
        {
            File.WriteAllText($"{path}.verified.txt", actual);
        }

        var verified = File.Exists($"{path}.verified.txt") ? File.ReadAllText($"{path}.verified.txt").ReplaceLineEndings("\n") : "";
        if (verified != actual)
        {
            File.WriteAllText($"{path}.received.txt", actual);
        }

        Assert.Equal(verified, actual);
    }
}
