using Modelwright.Stress.Attacks.Threats;

namespace Modelwright.Stress.Attacks;

/// <summary>What an opponent achieves against a model, and what is certain that none can.</summary>
public sealed record AttackReport
{
    /// <summary>What the opponent can change, at which cost and budget.</summary>
    public required Threat Threat { get; init; }

    /// <summary>For numbers, by how much an answer must move to count as flipped; null for classes.</summary>
    public double? Amount { get; init; }

    /// <summary>The cheapest flip of all attacks, row by row.</summary>
    public required AttackScore All { get; init; }

    /// <summary>Each attack that was run.</summary>
    public required IReadOnlyList<AttackScore> Attacks { get; init; }

    /// <summary>For each column, the share of the rows flipped within the budget whose cheapest flip changes it; the largest first.</summary>
    public required IReadOnlyDictionary<string, double> Columns { get; init; }

    /// <summary>Share of the rows that are proven to stand any attack within the budget; null where no proof is to be had.</summary>
    public double? Certified { get; init; }

    /// <summary>Lower end of the 95 % interval of that share (Wilson).</summary>
    public double? CertifiedLower { get; init; }

    /// <summary>Upper end.</summary>
    public double? CertifiedUpper { get; init; }

    /// <summary>Median over the rows of what any flip is proven to cost at least; infinity where half of them cannot be flipped at all.</summary>
    public double? CertifiedCost { get; init; }

    /// <summary>Rows before and after, from the cheapest on.</summary>
    public required IReadOnlyList<AttackExample> Examples { get; init; }

    /// <summary>What was not run, each in a sentence with the reason.</summary>
    public required IReadOnlyList<string> NotRun { get; init; }
}
