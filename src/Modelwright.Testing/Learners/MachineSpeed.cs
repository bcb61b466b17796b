using System.Diagnostics;

namespace Modelwright.Testing.Learners;

/// <summary>How busy or slow this machine is just now, by a fixed piece of work, so that a cost can be compared anywhere.</summary>
internal static class MachineSpeed
{
    private const int Values = 1 << 18;

    /// <summary>What the work takes on an idle common server core, in seconds.</summary>
    private const double NominalSeconds = 0.020;

    /// <summary>1 on an idle common server core; 2 where the same work takes twice as long.</summary>
    public static double Slowness()
    {
        var random = new ToyRandom(1);
        var values = new double[Values];
        for (var index = 0; index < Values; index++)
        {
            values[index] = random.Next();
        }

        var watch = Stopwatch.StartNew();
        Array.Sort(values);
        return watch.Elapsed.TotalSeconds / NominalSeconds;
    }
}
