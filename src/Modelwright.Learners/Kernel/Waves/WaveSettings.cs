namespace Modelwright.Learners.Kernel.Waves;

/// <summary>One setting of an approximate kernel machine, read from its values.</summary>
internal sealed record WaveSettings
{
    /// <summary>Waves drawn.</summary>
    public int Components { get; init; }

    /// <summary>The width of the kernel, as a multiple of that of the median rule.</summary>
    public double Gamma { get; init; }

    /// <summary>How hard coefficients are held near zero; null lets the error on left-out rows choose.</summary>
    public double? Penalty { get; init; }

    /// <summary>Rows learned from at most.</summary>
    public int MaxRows { get; init; }

    /// <summary>Waves that are drawn for so many rows: more than four for each row bring nothing but work.</summary>
    public int Waves(int rows) => (int)Math.Min(Components, Math.Max(64, 4.0 * rows));
}
