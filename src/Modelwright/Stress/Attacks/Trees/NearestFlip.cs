namespace Modelwright.Stress.Attacks.Trees;

/// <summary>How near the nearest flipped row is, where an answer can be flipped in more than one way.</summary>
internal static class NearestFlip
{
    /// <summary>The nearest found by coordinate search; null for none. An upper bound of the true distance.</summary>
    public static TreeFind? Greedy(TreeRow row, IEnumerable<TreeMargin> margins, int seed, CancellationToken cancellation)
    {
        TreeFind? best = null;
        foreach (var margin in margins)
        {
            best = new TreeGreedySearch(row, margin, seed).Find(best?.Distance ?? double.PositiveInfinity, cancellation) ?? best;
        }

        return best;
    }

    /// <summary>The nearest there is.</summary>
    /// <param name="row">The row.</param>
    /// <param name="margins">The ways to flip its answer.</param>
    /// <param name="known">A flip that is known, which saves most of the work; null for none.</param>
    /// <param name="mostStates">States that are looked at for each way before it gives up.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>The nearest flip, or the known one where the search gave up.</returns>
    public static ExactFind Exact(TreeRow row, IEnumerable<TreeMargin> margins, TreeFind? known, int mostStates, CancellationToken cancellation)
    {
        var (best, hasEnded) = (known, true);
        foreach (var margin in margins)
        {
            var found = new TreeExactSearch(row, margin, best?.Distance ?? double.PositiveInfinity).Find(mostStates, cancellation);
            (best, hasEnded) = (found.Find ?? best, hasEnded && found.HasEnded);
        }

        return new(hasEnded, best);
    }

    /// <summary>A distance that the nearest is certainly not under; infinity where no change flips the answer.</summary>
    public static double Lower(TreeRow row, IEnumerable<TreeMargin> margins, CancellationToken cancellation) =>
        margins.Select(margin => new CliqueBound(row, margin).Lower(cancellation)).DefaultIfEmpty(double.PositiveInfinity).Min();
}
