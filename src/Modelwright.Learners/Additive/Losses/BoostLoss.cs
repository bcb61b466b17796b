namespace Modelwright.Learners.Additive.Losses;

/// <summary>A loss that boosting lowers; holds nothing that changes, so all bags share it.</summary>
internal abstract class BoostLoss(BoostTarget target)
{
    /// <summary>Rows, weights and values.</summary>
    protected BoostTarget Target { get; } = target;

    /// <summary>The loss of a task.</summary>
    public static BoostLoss Of(BoostTarget target) => target.Classes switch
    {
        0 => new SquaredLoss(target),
        2 => new LogisticLoss(target),
        _ => new SoftmaxLoss(target),
    };

    /// <summary>Adds a tree to the scores and takes the slopes there: first and second derivatives, weighted.</summary>
    /// <param name="slopes">Scores and slopes of one bag.</param>
    /// <param name="cells">The cell of each row.</param>
    /// <param name="updates">What is added: outputs x cells.</param>
    public abstract void Advance(RowSlopes slopes, ushort[] cells, double[] updates);

    /// <summary>The mean loss of some rows by their own weights.</summary>
    /// <param name="scores">Outputs x rows.</param>
    /// <param name="rows">Which rows count.</param>
    public double Mean(double[] scores, int[] rows)
    {
        var (sum, weights) = (0.0, 0.0);
        foreach (var row in rows)
        {
            sum += Target.Weights[row] * One(scores, row);
            weights += Target.Weights[row];
        }

        return sum / weights;
    }

    /// <summary>The loss of one row.</summary>
    protected abstract double One(double[] scores, int row);
}
