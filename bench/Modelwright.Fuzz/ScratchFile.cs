namespace Modelwright.Fuzz;

/// <summary>One file that every case of a door is written to in turn.</summary>
internal sealed class ScratchFile
{
    private readonly string _folder = Directory.CreateTempSubdirectory("modelwright-fuzz-").FullName;

    /// <summary>Makes the folder; it goes with the process.</summary>
    internal ScratchFile() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(_folder, recursive: true);

    /// <summary>Writes a file.</summary>
    /// <returns>Its path.</returns>
    internal string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
