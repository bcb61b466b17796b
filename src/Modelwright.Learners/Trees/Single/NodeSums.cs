namespace Modelwright.Learners.Trees.Single;

/// <summary>What the rows of a node sum up to.</summary>
/// <param name="Weight">Their weight.</param>
/// <param name="Sums">The weight of each class, or the summed number.</param>
/// <param name="Purity">What the splitter of the same target calls the purity of the rows together.</param>
/// <param name="Risk">Their summed squared error: of numbers, or of class shares (Gini's index times the weight).</param>
internal sealed record NodeSums(double Weight, double[] Sums, double Purity, double Risk)
{
    /// <summary>Sums up rows.</summary>
    public static NodeSums Of(ForestTarget target, ReadOnlySpan<int> rows) => target.IsClassification ? OfClasses(target, rows) : OfNumbers(target, rows);

    private static NodeSums OfClasses(ForestTarget target, ReadOnlySpan<int> rows)
    {
        var counts = new double[target.Width];
        var weight = 0.0;
        foreach (var row in rows)
        {
            counts[target.Codes[row]] += target.Weight(row);
            weight += target.Weight(row);
        }

        var (squares, risk) = (0.0, 0.0);
        foreach (var count in counts)
        {
            squares += count * count;
            risk += count * (1 - (count / weight));
        }

        // Two classes are split as one column of 0 and 1.
        var purity = target.Classes > 0 ? squares / weight : counts[1] * counts[1] / weight;
        return new(weight, counts, purity, target.Classes > 0 ? risk : risk / 2);
    }

    private static NodeSums OfNumbers(ForestTarget target, ReadOnlySpan<int> rows)
    {
        var (weight, sum) = (0.0, 0.0);
        foreach (var row in rows)
        {
            weight += target.Weight(row);
            sum += target.Weight(row) * target.Values[row];
        }

        var (mean, risk) = (sum / weight, 0.0);
        foreach (var row in rows)
        {
            var off = target.Values[row] - mean;
            risk += target.Weight(row) * off * off;
        }

        return new(weight, [sum], sum * sum / weight, risk);
    }
}
