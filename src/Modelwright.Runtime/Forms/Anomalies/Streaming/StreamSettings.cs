using Modelwright.Core.Artifacts;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Forms.Anomalies.Streaming;

/// <summary>How readings of a series are judged.</summary>
public sealed record StreamSettings
{
    /// <summary>Fewest readings that may count.</summary>
    public const int FewestMemory = 100;

    /// <summary>Most readings that may count.</summary>
    public const int MostMemory = 1_000_000;

    /// <summary>Shortest window.</summary>
    public const int ShortestWindow = 2;

    /// <summary>Longest window.</summary>
    public const int LongestWindow = 1000;

    /// <summary>Longest rest.</summary>
    public const int LongestRest = 1_000_000;

    /// <summary>Readings that count in what is usual; older ones fade out. 100 to 1,000,000; 4,000 is the default.</summary>
    public int Memory { get; init; } = 4000;

    /// <summary>Readings of the short window whose mean is watched; the longer one has four times as many. 2 to 1,000; 12 is the default.</summary>
    public int Window { get; init; } = 12;

    /// <summary>
    /// Readings in which what an anomaly holds back fades to half: while an anomaly goes on, or others of less strangeness follow
    /// it, a fifth of their score is told. 0 to 1,000,000; 0 tells every score in full. 400 is the default.
    /// </summary>
    public int Rest { get; init; } = 400;

    /// <summary>Checks every value.</summary>
    /// <exception cref="OptionsException">Values are out of range; the text lists all.</exception>
    public void Validate()
    {
        string[] faults = [.. Faults()];
        if (faults.Length > 0)
        {
            throw new OptionsException(string.Join('\n', faults));
        }
    }

    internal void Write(IArtifactWriter writer)
    {
        writer.Integer("memory", Memory);
        writer.Integer("window", Window);
        writer.Integer("rest", Rest);
    }

    internal static StreamSettings Read(IArtifactReader reader) => new()
    {
        Memory = Whole(reader, "memory"),
        Window = Whole(reader, "window"),
        Rest = Whole(reader, "rest"),
    };

    // Beyond the range of int is beyond every range below.
    private static int Whole(IArtifactReader reader, string name) => (int)Math.Clamp(reader.Integer(name), int.MinValue, int.MaxValue);

    internal IEnumerable<string> Faults()
    {
        if (Memory is < FewestMemory or > MostMemory)
        {
            yield return FormattableString.Invariant($"Memory must be a whole number from {FewestMemory} to {MostMemory} readings. Got {Memory}. More remember longer and adapt more slowly; 4000 is the default.");
        }

        if (Window is < ShortestWindow or > LongestWindow)
        {
            yield return FormattableString.Invariant($"Window must be a whole number from {ShortestWindow} to {LongestWindow} readings. Got {Window}. A longer one finds smaller shifts, later; 12 is the default.");
        }

        if (Rest is < 0 or > LongestRest)
        {
            yield return FormattableString.Invariant($"Rest must be a whole number from 0 to {LongestRest} readings. Got {Rest}. 0 tells every score in full; 400 is the default.");
        }
    }
}
