namespace Modelwright.Learners.Additive.Losses;

/// <summary>Where one bag stands: the scores of all rows, and the slopes of the loss on those it learns from.</summary>
internal sealed class RowSlopes
{
    /// <summary>Starts at the base scores.</summary>
    /// <param name="target">The target.</param>
    /// <param name="weights">How much each row counts to this bag; 0 for what it holds out.</param>
    public RowSlopes(BoostTarget target, double[] weights)
    {
        Weights = weights;
        Scores = new double[target.Outputs * target.Padded];
        for (var output = 0; output < target.Outputs; output++)
        {
            Scores.AsSpan(output * target.Padded, target.Padded).Fill(target.Base[output]);
        }

        Gradients = new double[Scores.Length];
        // The second derivative of a squared error is the weight itself.
        Hessians = target.Classes == 0 ? weights : new double[Scores.Length];
    }

    /// <summary>How much each row counts.</summary>
    public double[] Weights { get; }

    /// <summary>Outputs x rows.</summary>
    public double[] Scores { get; }

    /// <summary>Less the first derivative, weighted: outputs x rows.</summary>
    public double[] Gradients { get; }

    /// <summary>The second derivative, weighted: outputs x rows.</summary>
    public double[] Hessians { get; }
}
