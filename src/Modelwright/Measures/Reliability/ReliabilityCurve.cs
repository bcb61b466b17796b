using Modelwright.Core.Errors;

namespace Modelwright.Measures.Reliability;

/// <summary>
/// Whether probabilities come true as often as they say, in bins of equal weight. With two classes it is the probability of the
/// positive class, with more that of the most probable one.
/// </summary>
/// <remarks>
/// The plain error is the expected calibration error of Naeini, Cooper and Hauskrecht 2015, which is above 0 by chance alone. The
/// debiased one takes off what chance adds to each bin: Kumar, Liang and Ma 2019, "Verified uncertainty calibration", and Bröcker 2012.
/// </remarks>
public sealed record ReliabilityCurve
{
    /// <summary>Bins where nothing else is asked for.</summary>
    public const int UsualBins = 15;

    private const double Reach = 1.96;

    private ReliabilityCurve()
    {
    }

    /// <summary>The bins from the least to the most probable; none is empty.</summary>
    public required IReadOnlyList<ReliabilityBin> Bins { get; init; }

    /// <summary>The mean distance between said and observed, weighted by rows: 0 is perfect, 1 the worst. Above 0 by chance alone.</summary>
    public required double Expected { get; init; }

    /// <summary>The root of the mean squared distance with what chance adds taken off; 0 where chance explains all of it.</summary>
    public required double Debiased { get; init; }

    /// <summary>Lower end of the 95 % interval of <see cref="Debiased"/>.</summary>
    public required double Lower { get; init; }

    /// <summary>Upper end of it.</summary>
    public required double Upper { get; init; }

    /// <summary>Rows of a weight above 0.</summary>
    public required int Rows { get; init; }

    /// <summary>Looks at answers.</summary>
    /// <param name="answers">Answers to rows that the model had not seen.</param>
    /// <param name="bins">Bins wanted, 1 or more; there are fewer where rows are few, as each has two rows or more.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="DataException">No row has a weight above 0.</exception>
    public static ReliabilityCurve Of(ClassAnswers answers, int bins = UsualBins)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var claims = Claims(answers);
        if (claims.Length == 0)
        {
            throw new DataException("No row has a weight above 0, so there is no reliability to look at. Bring rows that count.");
        }

        var parts = Cut(claims, Math.Min(bins, Math.Max(1, claims.Length / 2)));
        var total = claims.Sum(claim => claim.Weight);
        var (expected, square, variance) = (0.0, 0.0, 0.0);
        foreach (var part in parts)
        {
            var share = part.Weight / total;
            var distance = part.Predicted - part.Observed;
            var debiased = (distance * distance) - part.ChanceSquare;
            expected += share * Math.Abs(distance);
            square += share * debiased;
            variance += share * share * ((2 * part.ChanceSquare * part.ChanceSquare) + (4 * Math.Max(0, debiased) * part.ChanceSquare));
        }

        var way = Reach * Math.Sqrt(variance);
        return new()
        {
            Bins = [.. parts.Select(part => part.Bin)],
            Expected = expected,
            Debiased = Root(square),
            Lower = Root(square - way),
            Upper = Root(square + way),
            Rows = claims.Length,
        };
    }

    private static double Root(double square) => Math.Sqrt(Math.Max(0, square));

    private static Claim[] Claims(ClassAnswers answers)
    {
        var width = answers.Classes.Count;
        var claims = new List<Claim>(answers.Count);
        for (var row = 0; row < answers.Count; row++)
        {
            var place = width == 2 ? answers.Positive : Top(answers.Probabilities.AsSpan(row * width, width));
            if (answers.Weight(row) is var weight and > 0)
            {
                claims.Add(new(answers.Probabilities[(row * width) + place], answers.Truth[row] == place, weight));
            }
        }

        return [.. claims.OrderBy(claim => claim.Probability)];
    }

    private static int Top(ReadOnlySpan<double> probabilities)
    {
        var top = 0;
        for (var place = 1; place < probabilities.Length; place++)
        {
            top = probabilities[place] > probabilities[top] ? place : top;
        }

        return top;
    }

    /// <summary>Equal probabilities stay together, so that the bins do not depend on the order of rows.</summary>
    private static List<ReliabilityPart> Cut(Claim[] claims, int bins)
    {
        var parts = new List<ReliabilityPart>(bins);
        var start = 0;
        for (var bin = 1; bin <= bins && start < claims.Length; bin++)
        {
            var end = bin == bins ? claims.Length : Math.Max(Math.Min(start + 2, claims.Length), (int)((long)claims.Length * bin / bins));
            while (end < claims.Length && claims[end].Probability == claims[end - 1].Probability)
            {
                end++;
            }

            end = claims.Length - end < 2 ? claims.Length : end;
            parts.Add(ReliabilityPart.Of(claims.AsSpan(start, end - start)));
            start = end;
        }

        return parts;
    }
}
