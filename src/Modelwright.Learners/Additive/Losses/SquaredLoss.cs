namespace Modelwright.Learners.Additive.Losses;

/// <summary>Half the squared error.</summary>
internal sealed class SquaredLoss(BoostTarget target) : BoostLoss(target)
{
    /// <inheritdoc/>
    public override void Advance(RowSlopes slopes, ushort[] cells, double[] updates)
    {
        var rows = Target.Padded;
        var scores = slopes.Scores.AsSpan(0, rows);
        var gradients = slopes.Gradients.AsSpan(0, rows);
        var weights = slopes.Weights.AsSpan(0, rows);
        var values = Target.Values.AsSpan(0, rows);
        var places = cells.AsSpan(0, rows);
        for (var row = 0; row < rows; row++)
        {
            var score = scores[row] + updates[places[row]];
            scores[row] = score;
            gradients[row] = weights[row] * (values[row] - score);
        }
    }

    /// <inheritdoc/>
    protected override double One(double[] scores, int row)
    {
        var error = Target.Values[row] - scores[row];
        return error * error / 2;
    }
}
