namespace Modelwright.Stress.Privacy;

/// <summary>Whether training rows can be read out of a model: data reconstruction, a privacy attack of NIST AI 100-2.</summary>
public sealed record RecoveredRows
{
    /// <summary>Whether the form holds training rows at all.</summary>
    public required bool HoldsRows { get; init; }

    /// <summary>Training rows that were looked for; 0 where none were brought, or where they cannot be counted in a form of this kind.</summary>
    public required int Rows { get; init; }

    /// <summary>Of those, rows whose features stand in the form, as exactly as it holds numbers.</summary>
    public required int Found { get; init; }

    /// <summary>The share of new rows that stand there too, by chance; NaN where none were looked for.</summary>
    public required double FoundByChance { get; init; }

    /// <summary>The same in words.</summary>
    public required string Text { get; init; }
}
