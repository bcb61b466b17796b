using Modelwright.Core.Data;

namespace Modelwright.Stress.Attacks;

/// <summary>What became of a row under all attacks.</summary>
/// <param name="Row">0-based row of the target.</param>
/// <param name="Costs">For each attack what the cheapest flip costs; infinity where it found none, NaN where it was not run.</param>
/// <param name="Attack">Which attack found the cheapest; -1 for none.</param>
/// <param name="After">The cheapest flipped row; null for none.</param>
/// <param name="Lower">What a flip costs at least, for certain; NaN where no proof is to be had.</param>
internal sealed record RowFate(int Row, double[] Costs, int Attack, Table? After, double Lower)
{
    /// <summary>What the cheapest flip costs; infinity for none.</summary>
    public double Cost => Attack < 0 ? double.PositiveInfinity : Costs[Attack];
}
