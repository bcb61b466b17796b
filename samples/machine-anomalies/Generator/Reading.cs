namespace Modelwright.Samples.MachineAnomalies;

/// <summary>What the sensors of a machine say at one time.</summary>
internal sealed record Reading
{
    /// <summary>What is being made.</summary>
    public required Product Product { get; init; }

    /// <summary>Share of the full load, 0 to 1.</summary>
    public required double Load { get; init; }

    /// <summary>Turns a minute.</summary>
    public required double Speed { get; init; }

    /// <summary>Ampere; follows load and speed.</summary>
    public required double Current { get; init; }

    /// <summary>Degrees; follows the current.</summary>
    public required double Temperature { get; init; }

    /// <summary>Millimetres a second; follows the speed.</summary>
    public required double Vibration { get; init; }

    /// <summary>Bar.</summary>
    public required double Pressure { get; init; }
}
