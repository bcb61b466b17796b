using Modelwright.Core.Errors;

namespace Modelwright.Measures.Intervals;

/// <summary>How far a score spreads over other rows of the same kind.</summary>
/// <param name="StandardError">One standard deviation of the score.</param>
/// <param name="Draws">Independent draws it comes from: rows, or groups of rows, of a weight above 0.</param>
/// <param name="Rows">Rows of a weight above 0.</param>
internal readonly record struct Spread(double StandardError, int Draws, int Rows)
{
    /// <summary>Rows the score rests on, where it shows no spread.</summary>
    public double Support { get; init; }

    /// <summary>How many standard errors to each side hold 95 %.</summary>
    public double Reach => StudentQuantile.Of(Draws - 1);

    /// <summary>Adds up what each draw contributes.</summary>
    /// <param name="answers">For the weights.</param>
    /// <param name="slopes">The derivative of the score by the weight of each row.</param>
    /// <param name="groups">One number a row, or null.</param>
    public static Spread Of(Answers answers, ReadOnlySpan<double> slopes, IReadOnlyList<int>? groups)
    {
        if (groups is not null && groups.Count != answers.Count)
        {
            throw new DataException($"There are {groups.Count} group numbers for {answers.Count} rows. Give one a row.");
        }

        var rows = 0;
        var squares = 0.0;
        var sums = groups is null ? null : new Dictionary<int, double>();
        for (var row = 0; row < slopes.Length; row++)
        {
            if (answers.Weight(row) is not (var weight and > 0))
            {
                continue;
            }

            rows++;
            var part = weight * slopes[row];
            squares += part * part;
            if (sums is not null)
            {
                sums[groups![row]] = sums.GetValueOrDefault(groups[row]) + part;
            }
        }

        // A dictionary that only grew gives its entries back in the order they came, so the sum is the same every time.
        var draws = sums?.Count ?? rows;
        var total = sums is null ? squares : sums.Values.Sum(sum => sum * sum);
        return new(draws < 2 ? double.NaN : Math.Sqrt(total * draws / (draws - 1)), draws, rows);
    }
}
