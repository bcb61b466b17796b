using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Recording.Runs;
using Modelwright.Registry;
using Modelwright.Studio.Histories;

namespace Modelwright.Studio;

/// <summary>What the pages show and allow. Each source may be absent; its page then says how to get it. Immutable.</summary>
public sealed record StudioOptions
{
    /// <summary>Recorded training runs; null means that the page of runs says how to record one.</summary>
    public RunStore? Runs { get; init; }

    /// <summary>Registered versions of models; null means that only what is served is shown.</summary>
    public ModelRegistry? Registry { get; init; }

    /// <summary>What monitoring found over time; null means that the page of quality says how to monitor.</summary>
    public IMonitorHistories? Histories { get; init; }

    /// <summary>The learners that a training may choose from; null means that nothing can be trained by a page.</summary>
    public LearnerCatalog? Learners { get; init; }

    /// <summary>Where what a training leaves is saved, a folder each; null means a folder that goes with the server.</summary>
    public string? RunFolder { get; init; }

    /// <summary>The most bytes of a file that is sent. Default: 100 MiB.</summary>
    public long UploadBytes { get; init; } = 100L << 20;

    /// <summary>The longest budget that a training may be given. Default: 15 minutes.</summary>
    public TimeSpan LongestBudget { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The most files that are held at one time: sent and not started yet, waiting for their turn, or in training. One is trained at a time. Default: 4.</summary>
    public int MostTrainings { get; init; } = 4;

    /// <summary>Threads of a training. Default: half of the processors, so that requests are answered meanwhile.</summary>
    public int Threads { get; init; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>Bytes that the reading of a file may take in memory. Default: 1 GiB.</summary>
    public long MemoryBytes { get; init; } = 1L << 30;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Checks the limits.</summary>
    /// <exception cref="OptionsException">A limit is out of range; the text lists all.</exception>
    public void Check()
    {
        string[] faults =
        [
            .. UploadBytes >= 1 ? [] : new[] { FormattableString.Invariant($"StudioOptions.UploadBytes must be 1 or more. Got {UploadBytes}. Leave it out for 100 MiB.") },
            .. LongestBudget >= TimeSpan.FromSeconds(1) ? [] : new[] { FormattableString.Invariant($"StudioOptions.LongestBudget must be 1 second or more. Got {LongestBudget:c}. Leave it out for 15 minutes.") },
            .. MostTrainings >= 1 ? [] : new[] { FormattableString.Invariant($"StudioOptions.MostTrainings must be 1 or more. Got {MostTrainings}. Leave it out for 4.") },
            .. Threads >= 1 ? [] : new[] { FormattableString.Invariant($"StudioOptions.Threads must be 1 or more. Got {Threads}. Leave it out for half of the processors.") },
        ];
        if (faults.Length > 0)
        {
            throw new OptionsException(string.Join('\n', faults));
        }
    }
}
