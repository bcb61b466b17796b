using System.Runtime.InteropServices;
using System.Text;
using Modelwright.Sources.Duck;

namespace Modelwright.Machine;

/// <summary>How the machine is asked; tests give other answers.</summary>
internal sealed record MachineProbes
{
    /// <summary>The version of .NET.</summary>
    internal Version Runtime { get; init; } = Environment.Version;

    /// <summary>Processor and system in words.</summary>
    internal string Platform { get; init; } = $"{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}, {RuntimeInformation.OSDescription}";

    /// <summary>Loads the table engine and gives its version.</summary>
    internal Func<string> TableEngine { get; init; } = DuckVersion.Ask;

    /// <summary>Where temporary files go.</summary>
    internal string TempFolder { get; init; } = Path.GetTempPath();

    /// <summary>Where runs leave their files.</summary>
    internal string RunsFolder { get; init; } = "";

    /// <summary>Bytes free on the disk of a folder.</summary>
    internal Func<string, long> FreeBytes { get; init; } = folder => new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;

    /// <summary>Writes a file in a folder and takes it away again.</summary>
    internal Action<string> Write { get; init; } = TryFile;

    /// <summary>Bytes this process may use: of the machine, or of its container.</summary>
    internal long Memory { get; init; } = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    /// <summary>Processors this process may use.</summary>
    internal int Processors { get; init; } = Environment.ProcessorCount;

    /// <summary>Brings a text to its compatible form.</summary>
    internal Func<string, string> Normalise { get; init; } = text => text.Normalize(NormalizationForm.FormKC);

    /// <summary>Finds a time zone; throws where there is none.</summary>
    internal Action<string> FindZone { get; init; } = name => TimeZoneInfo.FindSystemTimeZoneById(name);

    private static void TryFile(string folder)
    {
        using var file = new FileStream(Path.Combine(folder, Path.GetRandomFileName()), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Options = FileOptions.DeleteOnClose,
        });
        file.WriteByte(0);
    }
}
