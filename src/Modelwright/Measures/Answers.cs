using Modelwright.Core.Errors;

namespace Modelwright.Measures;

/// <summary>What was true and what was answered, row by row: all that a metric reads. Each kind of task has its own kind.</summary>
public abstract record Answers
{
    /// <summary>Number of rows.</summary>
    public abstract int Count { get; }

    /// <summary>How much each row counts, 0 or more; null means one each. A row of weight 0 counts as not there.</summary>
    /// <exception cref="DataException">There is not one weight a row, or one is negative or not finite.</exception>
    public double[]? Weights
    {
        get;
        init
        {
            CheckWeights(value, Count);
            field = value;
        }
    }

    /// <summary>The named rows only.</summary>
    /// <param name="rows">0-based rows in the order wanted; may repeat.</param>
    /// <returns>Answers of as many rows as named.</returns>
    public abstract Answers Take(ReadOnlySpan<int> rows);

    /// <summary>The weight of a row.</summary>
    /// <param name="row">0-based row.</param>
    /// <returns>Its weight; 1 where there are no weights.</returns>
    internal double Weight(int row) => Weights is { } weights ? weights[row] : 1;

    private protected static T[] Gather<T>(T[] values, ReadOnlySpan<int> rows)
    {
        var taken = new T[rows.Length];
        for (var index = 0; index < taken.Length; index++)
        {
            taken[index] = values[rows[index]];
        }

        return taken;
    }

    private protected static void CheckFinite(string what, ReadOnlySpan<double> values, int perRow)
    {
        for (var index = 0; index < values.Length; index++)
        {
            if (!double.IsFinite(values[index]))
            {
                throw new DataException(FormattableString.Invariant(
                    $"{what} of row {(index / perRow) + 1} is {values[index]}, not a number to score. Leave the row out, or mend what answered it."));
            }
        }
    }

    private static void CheckWeights(double[]? weights, int rows)
    {
        if (weights is not null && weights.Length != rows)
        {
            throw new DataException($"There are {weights.Length} weights for {rows} rows. Give one weight a row.");
        }

        for (var row = 0; weights is not null && row < rows; row++)
        {
            if (!(weights[row] >= 0 && double.IsFinite(weights[row])))
            {
                throw new DataException(FormattableString.Invariant(
                    $"The weight of row {row + 1} is {weights[row]}. A weight is a number of 0 or more; mend it, or give 0 to leave the row out."));
            }
        }
    }
}
