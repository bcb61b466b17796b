using Modelwright.Measures;
using Modelwright.Monitoring.References;

namespace Modelwright.Monitoring.Performance;

/// <summary>Learns how often each class is true where the model gives it some probability.</summary>
/// <remarks>Isotonic regression (Zadrozny &amp; Elkan 2002) over bins of equal counts, each class against the rest, on a line between the bins; then the classes sum to 1 again.</remarks>
internal static class CalibrationLearning
{
    // Isotonic steps follow noise, and always to the side of more confidence; few bins of many rows follow it less.
    private const int MostBins = 15;
    private const int FewestRows = 50;

    /// <summary>One line a class.</summary>
    /// <param name="answers">Answers with their truth.</param>
    /// <param name="rows">Rows to learn from.</param>
    public static CalibrationLine[] Fit(ClassAnswers answers, int[] rows) => [.. Enumerable.Range(0, answers.Classes.Count).Select(place => Fit(answers, rows, place))];

    /// <summary>The probabilities by those lines.</summary>
    /// <param name="lines">One a class; none leaves them as they are.</param>
    /// <param name="probabilities">Rows x classes.</param>
    /// <param name="width">Number of classes.</param>
    public static double[] Apply(IReadOnlyList<CalibrationLine> lines, double[] probabilities, int width)
    {
        if (lines.Count != width)
        {
            return probabilities;
        }

        var applied = new double[probabilities.Length];
        for (var start = 0; start < applied.Length; start += width)
        {
            var sum = 0.0;
            for (var place = 0; place < width; place++)
            {
                applied[start + place] = lines[place].Of(probabilities[start + place]);
                sum += applied[start + place];
            }

            for (var place = 0; place < width; place++)
            {
                applied[start + place] = sum > 0 ? applied[start + place] / sum : probabilities[start + place];
            }
        }

        return applied;
    }

    private static CalibrationLine Fit(ClassAnswers answers, int[] rows, int place)
    {
        var said = Array.ConvertAll(rows, row => answers.Probabilities[(row * answers.Classes.Count) + place]);
        var order = Enumerable.Range(0, rows.Length).OrderBy(index => said[index]).ThenBy(index => index).ToArray();
        var bins = new List<(double Said, double True, double Weight)>();
        var size = Math.Max(FewestRows, (rows.Length + MostBins - 1) / MostBins);
        for (var start = 0; start < order.Length;)
        {
            var end = order.Length - start < 2 * size ? order.Length : start + size;
            while (end < order.Length && said[order[end]] == said[order[end - 1]])
            {
                end++;
            }

            Pool(bins, Bin(answers, rows, place, said, order.AsSpan(start, end - start)));
            start = end;
        }

        return new([.. bins.Select(bin => bin.Said)], [.. bins.Select(bin => bin.True)]);
    }

    private static (double, double, double) Bin(ClassAnswers answers, int[] rows, int place, double[] said, ReadOnlySpan<int> members)
    {
        var (weight, sum, count) = (0.0, 0.0, 0.0);
        foreach (var member in members)
        {
            var own = answers.Weight(rows[member]);
            weight += own;
            sum += own * said[member];
            count += answers.Truth[rows[member]] == place ? own : 0;
        }

        return weight > 0 ? (sum / weight, count / weight, weight) : (said[members[0]], said[members[0]], 1e-9);
    }

    // Pool adjacent violators: shares never fall.
    private static void Pool(List<(double Said, double True, double Weight)> bins, (double Said, double True, double Weight) bin)
    {
        while (bins.Count > 0 && (bins[^1].True > bin.True || bins[^1].Said >= bin.Said))
        {
            var before = bins[^1];
            bins.RemoveAt(bins.Count - 1);
            var weight = before.Weight + bin.Weight;
            bin = (((before.Said * before.Weight) + (bin.Said * bin.Weight)) / weight, ((before.True * before.Weight) + (bin.True * bin.Weight)) / weight, weight);
        }

        bins.Add(bin);
    }
}
