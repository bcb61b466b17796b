using Modelwright.Core.Learning;
using Modelwright.Recording.Runs;

namespace Modelwright.Machine;

/// <summary>Looks at what this machine has of all that the product may need, and says how to get what is missing.</summary>
public static class MachineInspection
{
    /// <summary>Looks at everything; a thing that cannot be looked at is told as missing and keeps nothing else from being looked at.</summary>
    /// <param name="learners">The learners of the host; each says by itself why it cannot work here.</param>
    /// <param name="folder">Where runs leave their files; null means the current folder.</param>
    /// <returns>One entry a thing, in a fixed order: a learner that cannot work has an entry of its own.</returns>
    public static IReadOnlyList<MachineCheck> Of(LearnerCatalog learners, string? folder = null)
    {
        ArgumentNullException.ThrowIfNull(learners);
        return Of(learners, new MachineProbes { RunsFolder = folder ?? Directory.GetCurrentDirectory() });
    }

    /// <summary>Looks at the store of runs: where it is, its size, and runs that were left unfinished. Nothing is changed.</summary>
    /// <param name="store">The store; it need not be there.</param>
    /// <returns>One entry; never missing, as nothing needs a store.</returns>
    public static MachineCheck OfStore(RunStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return StoreCheck.Look(store);
    }

    internal static IReadOnlyList<MachineCheck> Of(LearnerCatalog learners, MachineProbes probes) =>
    [
        Look(new("runtime", "runs everything"), probes, RuntimeChecks.Runtime),
        .. LearnerChecks.Of(learners),
        Look(new("table_engine", "reads and writes Parquet"), probes, RuntimeChecks.TableEngine),
        Look(new("temporary_folder", "holds columns beyond --memory while a file is read"), probes, RoomChecks.TemporaryFolder),
        Look(new("runs_folder", "takes the models, reports and plans of training runs"), probes, RoomChecks.RunsFolder),
        Look(new("memory", "holds tables, models and trials; --memory sets a lower limit"), probes, RoomChecks.Memory),
        Look(new("processors", "try settings side by side; --threads takes fewer"), probes, RoomChecks.Processors),
        Look(new("unicode", "brings texts in all languages to one form"), probes, RegionChecks.Unicode),
        Look(new("time_zones", "names run folders by local time"), probes, RegionChecks.TimeZones),
    ];

    private static MachineCheck Look(Subject subject, MachineProbes probes, Func<Subject, MachineProbes, MachineCheck> check)
    {
        try
        {
            return check(subject, probes);
        }
#pragma warning disable CA1031 // whatever keeps one thing from being looked at, the others are to be told
        catch (Exception fault)
        {
            return subject.Missing($"could not be looked at ({fault.Message.Split('\n')[0]})", "See what the message says of this machine; report it if it says nothing.");
        }
#pragma warning restore CA1031
    }
}
