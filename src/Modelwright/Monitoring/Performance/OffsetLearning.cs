using Modelwright.Measures;
using Modelwright.Monitoring.References;

namespace Modelwright.Monitoring.Performance;

/// <summary>
/// Learns where calibrated probabilities are too high or too low for rows of some bin of a column, so that they stay true where such rows come
/// more often: an average over rows that were drawn by what stands in their columns is off by what the bins are off.
/// </summary>
/// <remarks>
/// In the line of Kim, Ghorbani &amp; Zou 2019, <i>Multiaccuracy: black-box post-processing for fairness in classification</i>, with the bins of single
/// columns as groups: one Newton step a bin and round, each bin held back by some rows of average variance, and few rounds, which is early stopping.
/// </remarks>
internal static class OffsetLearning
{
    private const int Rounds = 2;
    private const double PriorRows = 400;
    private const double Nearest = 1e-6;

    /// <summary>One table a class; none with many classes.</summary>
    /// <param name="answers">Answers with their truth.</param>
    /// <param name="calibrated">Rows x classes: probabilities after the lines of each class.</param>
    /// <param name="codes">One list a column with the bin of each row; -1 is missing.</param>
    /// <param name="bins">How many bins each column has.</param>
    /// <param name="rows">Rows to learn from; at least one.</param>
    public static OffsetTable[] Fit(ClassAnswers answers, double[] calibrated, IReadOnlyList<int[]> codes, IReadOnlyList<int> bins, int[] rows) =>
        answers.Classes.Count > OffsetTable.MostClasses ? [] : [.. Enumerable.Range(0, answers.Classes.Count).Select(place => Fit(answers, place, calibrated, codes, bins, rows))];

    /// <summary>The probabilities with the offsets of their rows; classes sum to 1 again.</summary>
    /// <param name="tables">One a class; none leaves them as they are.</param>
    /// <param name="calibrated">Rows x classes.</param>
    /// <param name="codes">One list a column with the bin of each row.</param>
    /// <param name="width">Number of classes.</param>
    public static double[] Apply(IReadOnlyList<OffsetTable> tables, double[] calibrated, IReadOnlyList<int[]> codes, int width)
    {
        if (tables.Count != width)
        {
            return calibrated;
        }

        var applied = new double[calibrated.Length];
        for (var row = 0; row < calibrated.Length / width; row++)
        {
            var own = applied.AsSpan(row * width, width);
            var sum = 0.0;
            for (var place = 0; place < width; place++)
            {
                own[place] = Share(LogOdds(calibrated[(row * width) + place]) + tables[place].Of(codes, row));
                sum += own[place];
            }

            for (var place = 0; place < width; place++)
            {
                own[place] /= sum;
            }
        }

        return applied;
    }

    private static OffsetTable Fit(ClassAnswers answers, int place, double[] calibrated, IReadOnlyList<int[]> codes, IReadOnlyList<int> bins, int[] rows)
    {
        var table = new OffsetTable([.. bins.Select(count => new double[count + 1])]);
        var odds = Array.ConvertAll(rows, row => LogOdds(calibrated[(row * answers.Classes.Count) + place]));
        var prior = PriorRows * odds.Average(Variance);
        for (var round = 0; round < Rounds; round++)
        {
            for (var column = 0; column < codes.Count; column++)
            {
                Step(table.Offsets[column], codes[column], rows, odds, prior, row => (answers.Truth[row] == place ? 1 : 0, answers.Weight(row)));
            }
        }

        return table;
    }

    private static void Step(double[] offsets, int[] codes, int[] rows, double[] odds, double prior, Func<int, (double Truth, double Weight)> known)
    {
        var (missed, variance) = (new double[offsets.Length], new double[offsets.Length]);
        for (var index = 0; index < rows.Length; index++)
        {
            var (truth, weight) = known(rows[index]);
            var bin = BinOf(codes, rows[index], offsets);
            missed[bin] += weight * (truth - Share(odds[index]));
            variance[bin] += weight * Variance(odds[index]);
        }

        var steps = missed.Zip(variance, (miss, spread) => miss / (spread + prior)).ToArray();
        for (var index = 0; index < rows.Length; index++)
        {
            odds[index] += steps[BinOf(codes, rows[index], offsets)];
        }

        for (var bin = 0; bin < offsets.Length; bin++)
        {
            offsets[bin] += steps[bin];
        }
    }

    private static int BinOf(int[] codes, int row, double[] offsets) => codes[row] is >= 0 and var code ? code : offsets.Length - 1;

    private static double Variance(double odds) => Share(odds) is var share ? share * (1 - share) : 0;

    private static double LogOdds(double share) => Math.Clamp(share, Nearest, 1 - Nearest) is var inside ? Math.Log(inside / (1 - inside)) : 0;

    private static double Share(double odds) => 1 / (1 + Math.Exp(-odds));
}
