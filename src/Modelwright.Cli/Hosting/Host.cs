using Modelwright.Core.Learning;
using Modelwright.Exporting;
using Modelwright.Machine;
using Modelwright.Recording.Runs;

namespace Modelwright.Cli.Hosting;

/// <summary>What a verb may touch of the world around it; tests give their own.</summary>
internal sealed record Host
{
    /// <summary>Where answers go.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Where errors and, when answers are for a machine, all else goes that a person reads.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Opens the bytes behind '-' as an input file.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>Opens the bytes behind '-' as an output file.</summary>
    public required Func<Stream> OpenOutput { get; init; }

    /// <summary>Whether a person looks at <see cref="Output"/>.</summary>
    public required bool OutputIsTerminal { get; init; }

    /// <summary>Whether a person looks at <see cref="Error"/>.</summary>
    public required bool ErrorIsTerminal { get; init; }

    /// <summary>Whether colour is welcome: not where NO_COLOR is set (no-color.org).</summary>
    public required bool UsesColour { get; init; }

    /// <summary>Whether the terminal takes text alone: no colour, nothing drawn over.</summary>
    public required bool IsPlain { get; init; }

    /// <summary>Reads a line that a person types; null where nobody can, and null is what it gives at the end.</summary>
    public Func<string?>? ReadLine { get; init; }

    /// <summary>Makes the learners to train with; called only by a verb that trains.</summary>
    public required Func<LearnerCatalog> Learners { get; init; }

    /// <summary>Looks at what the machine has and lacks; called only by 'doctor'.</summary>
    public Func<LearnerCatalog, IReadOnlyList<MachineCheck>> Machine { get; init; } = learners => MachineInspection.Of(learners);

    /// <summary>The formats that models can be exported to.</summary>
    public required IReadOnlyList<IExportFormat> Exports { get; init; }

    /// <summary>The store of runs where a call names none; null where none is kept.</summary>
    public string? Store { get; init; }

    /// <summary>Asks a verb that goes on by itself to end, beside an interrupt.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The process as it was started.</summary>
    /// <param name="learners">Makes the learners to train with.</param>
    /// <param name="exports">The formats that models can be exported to.</param>
    public static Host OfThisProcess(Func<LearnerCatalog> learners, IReadOnlyList<IExportFormat> exports) => new()
    {
        Learners = learners,
        Exports = exports,
        Output = Console.Out,
        Error = Console.Error,
        OpenInput = Console.OpenStandardInput,
        OpenOutput = Console.OpenStandardOutput,
        OutputIsTerminal = !Console.IsOutputRedirected,
        ReadLine = Console.IsInputRedirected || Console.IsOutputRedirected ? null : Console.ReadLine,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        UsesColour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
        IsPlain = Environment.GetEnvironmentVariable("TERM") == "dumb",
        Store = Environment.GetEnvironmentVariable("MODELWRIGHT_STORE") is { Length: > 0 } store ? store : RunStore.DefaultPath,
    };
}
