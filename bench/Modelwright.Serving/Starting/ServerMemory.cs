using System.Diagnostics;
using System.Globalization;

namespace Modelwright.Serving.Starting;

/// <summary>Memory of a process, in MB.</summary>
/// <param name="Whole">All that is resident, pages of mapped files included, which the system takes back as it likes.</param>
/// <param name="Own">What is resident and of the process alone; where the system does not tell it, what it has reserved for itself.</param>
internal sealed record ServerMemory(long Whole, long Own)
{
    public static ServerMemory Of(Process process)
    {
        process.Refresh();
        var status = $"/proc/{process.Id}/status";
        var own = File.Exists(status) ? Array.Find(File.ReadAllLines(status), line => line.StartsWith("RssAnon:", StringComparison.Ordinal)) : null;
        return new(process.WorkingSet64 >> 20, own is null ? process.PrivateMemorySize64 >> 20 : long.Parse(own.Split(' ', '\t')[^2], CultureInfo.InvariantCulture) >> 10);
    }
}
