using Modelwright.Core.Errors;

namespace Modelwright.Machine;

/// <summary>The runtime and the native library of tables.</summary>
internal static class RuntimeChecks
{
    private const int Major = 10;

    internal static MachineCheck Runtime(Subject subject, MachineProbes probes)
    {
        var found = $".NET {probes.Runtime}, {probes.Platform}";
        return probes.Runtime.Major >= Major
            ? subject.Ok(found)
            : subject.Missing(found, $"Install the .NET {Major} runtime from https://dotnet.microsoft.com/download/dotnet/{Major}.0.");
    }

    internal static MachineCheck TableEngine(Subject subject, MachineProbes probes)
    {
        try
        {
            return subject.Ok($"DuckDB {probes.TableEngine()}");
        }
        catch (DataException fault)
        {
            return subject.Missing(
                $"DuckDB's native library does not load ({fault.GetBaseException().Message.Split('\n')[0]})",
                "Install the app again for this system and processor: the package DuckDB.NET.Data.Full brings the library. CSV and JSON lines need none.");
        }
    }
}
