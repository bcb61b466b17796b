using Modelwright.Core.Errors;

namespace Modelwright.Monitoring;

/// <summary>How windows are judged. The defaults aim at an alarm in at most one of a hundred honest windows.</summary>
public sealed record MonitorOptions
{
    /// <summary>The share of the main metric that a loss must be to matter, above 0 and below 1. The default is 0.025: 0.80 that becomes 0.78.</summary>
    public double MatteringShare { get; init; } = 0.025;

    /// <summary>Chance; the same seed gives the same report. 0 or more.</summary>
    public int Seed { get; init; }

    /// <summary>Threads to use, 1 or more; the report is the same at any number.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether rows that repeat others are counted. Switch it off where windows are drawn with replacement.</summary>
    public bool CountsRepeats { get; init; } = true;

    /// <summary>Whether weak slices are looked for where there are labels; they take the most time.</summary>
    public bool LooksForSlices { get; init; } = true;

    /// <summary>Checks the options.</summary>
    /// <exception cref="OptionsException">A value is out of range; the text lists all.</exception>
    public void Validate()
    {
        string[] faults =
        [
            .. MatteringShare is > 0 and < 1 ? (string[])[] : [FormattableString.Invariant($"MatteringShare must be above 0 and below 1. Got {MatteringShare}. 0.025 is the default: 0.80 that becomes 0.78.")],
            .. Seed >= 0 ? (string[])[] : [FormattableString.Invariant($"Seed must be 0 or more. Got {Seed}. 0 is the default.")],
            .. Threads >= 1 ? (string[])[] : [FormattableString.Invariant($"Threads must be 1 or more. Got {Threads}. 1 is the default.")],
        ];
        if (faults.Length > 0)
        {
            throw new OptionsException(string.Join('\n', faults));
        }
    }
}
