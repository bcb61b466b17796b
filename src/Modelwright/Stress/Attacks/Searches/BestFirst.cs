using Modelwright.Core.Data;
using Modelwright.Stress.Attacks.Trees;

namespace Modelwright.Stress.Attacks.Searches;

/// <summary>Looks for the nearest flipped row of a small ensemble of trees: the true minimum of the largest cost of a single column.</summary>
internal sealed class BestFirst : IAttack
{
    /// <summary>States that are looked at for a row before it gives up.</summary>
    private const int MostStates = 2_000;

    /// <inheritdoc/>
    public AttackInfo Info { get; } = new()
    {
        Name = "best_first",
        Title = "Best-first search over leaves",
        Taxonomy = "evasion, white-box",
        Meaning = "Looks at sets of leaves that a row can be in at once, the nearest first, until one flips the answer: then none is nearer by the largest cost of a single column. Gives up where the ensemble is too large.",
        Source = "Best-first search (Hart, Nilsson & Raphael 1968) for the problem of Kantchelian, Tygar & Joseph 2016, \"Evasion and hardening of tree ensemble classifiers\".",
        IsWhiteBox = true,
    };

    /// <inheritdoc/>
    public string? Unsuited(AttackTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target.Trees is null ? "the model is not one ensemble of trees over columns that can be changed directly" : null;
    }

    /// <inheritdoc/>
    public Table? Find(AttackTarget target, int row, int seed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(target);
        cancellation.ThrowIfCancellationRequested();
        var attacked = target.Open(row);
        if (target.Trees is not { } trees || attacked.Columns.Length == 0)
        {
            return null;
        }

        var (before, margins) = (trees.RowOf(row, attacked.Changed), trees.Margins(row));
        var found = NearestFlip.Exact(before, margins, NearestFlip.Greedy(before, margins, seed, cancellation), MostStates, cancellation);
        if (found is { HasEnded: true, Find: { } nearest } && trees.ChangeOf(nearest.Point, row, attacked.Changed) is var change && attacked.Flips(change, cancellation))
        {
            Refinement.Of(attacked, change, cancellation);
        }

        return attacked.Found;
    }
}
