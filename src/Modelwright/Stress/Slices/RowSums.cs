namespace Modelwright.Stress.Slices;

/// <summary>Sums of a figure over rows, from which what the search needs is worked out without a second look at the rows.</summary>
/// <param name="Rows">How many there are.</param>
/// <param name="Weight">The sum of their weights.</param>
/// <param name="Sum">The weighted sum of the figure.</param>
/// <param name="Squares">The weighted sum of its squares.</param>
/// <param name="Losses">The weighted sum of the losses.</param>
internal readonly record struct RowSums(int Rows, double Weight, double Sum, double Squares, double Losses)
{
    private double Mean => Sum / Weight;

    private double Variance => Math.Max(0, (Squares / Weight) - (Mean * Mean));

    /// <summary>Of some rows.</summary>
    public static RowSums Of(RowScores scores, ReadOnlySpan<int> rows)
    {
        var sums = default(RowSums);
        foreach (var row in rows)
        {
            var weight = scores.Weights?[row] ?? 1;
            var part = weight * scores.Figures[row];
            sums = new(sums.Rows + (weight > 0 ? 1 : 0), sums.Weight + weight, sums.Sum + part, sums.Squares + (part * scores.Figures[row]), sums.Losses + (weight * scores.Losses[row]));
        }

        return sums;
    }

    /// <summary>The rest of all without a part of them.</summary>
    public RowSums Without(RowSums part) => new(Rows - part.Rows, Weight - part.Weight, Sum - part.Sum, Squares - part.Squares, Losses - part.Losses);

    /// <summary>How far its mean stands above that of other rows, in standard errors (Welch 1947); the spread of either counts as no less than that of the other.</summary>
    public double StrengthOver(RowSums other)
    {
        var error = Math.Sqrt(Math.Max(Variance, other.Variance) * ((1.0 / Rows) + (1.0 / other.Rows)));
        return error > 0 ? (Mean - other.Mean) / error : Mean > other.Mean ? double.MaxValue : 0;
    }

    /// <summary>Whether it stands above other rows by as much as matters.</summary>
    public bool MattersOver(RowSums other) => RowScores.Matters(Mean - other.Mean, Math.Sqrt((Variance + other.Variance) / 2), other.Losses / other.Weight);
}
