using Modelwright.Core.Data;
using Modelwright.Stress.Attacks.Trees;

namespace Modelwright.Stress.Attacks.Searches;

/// <summary>Changes one column after another to the side of a threshold that tells most; for one ensemble of trees on its leaves directly.</summary>
internal sealed class GreedyThresholds : IAttack
{
    /// <inheritdoc/>
    public AttackInfo Info { get; } = new()
    {
        Name = "greedy_thresholds",
        Title = "Greedy search over thresholds",
        Taxonomy = "evasion, white-box",
        Meaning = "Changes the column that brings the answer nearest to being flipped, to a value just beyond a threshold of the model's trees or to a quantile of the rows, then the next; takes back what is not needed.",
        Source = "Zhang, Zhang & Hsieh 2020, \"An efficient adversarial attack for tree ensembles\"; for all other models coordinate search by answers.",
        IsWhiteBox = true,
    };

    /// <inheritdoc/>
    public string? Unsuited(AttackTarget target) => null;

    /// <inheritdoc/>
    public Table? Find(AttackTarget target, int row, int seed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(target);
        cancellation.ThrowIfCancellationRequested();
        var attacked = target.Open(row);
        if (target.Trees is { } trees && attacked.Columns.Length > 0
            && NearestFlip.Greedy(trees.RowOf(row, attacked.Changed), trees.Margins(row), seed, cancellation) is { } find
            && trees.ChangeOf(find.Point, row, attacked.Changed) is var change && attacked.Flips(change, cancellation))
        {
            Refinement.Of(attacked, change, cancellation);
        }

        new CoordinateSearch(attacked).Run(cancellation);
        return attacked.Found;
    }
}
