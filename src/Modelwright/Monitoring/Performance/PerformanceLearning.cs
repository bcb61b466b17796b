using Modelwright.Measures;
using Modelwright.Monitoring.References;

namespace Modelwright.Monitoring.Performance;

/// <summary>Learns on labelled reference rows how to estimate performance without labels, and how far such estimates are off.</summary>
/// <param name="answers">Answers of the labelled rows with their truth.</param>
/// <param name="codes">One list a column, then one for what is answered, with the bin of each of these rows.</param>
/// <param name="bins">How many bins each has.</param>
/// <param name="seed">Chance of the folds.</param>
internal sealed class PerformanceLearning(Answers answers, IReadOnlyList<int[]> codes, IReadOnlyList<int> bins, int seed)
{
    /// <summary>Labelled rows from which anything is learned.</summary>
    public const int FewestRows = 200;

    private const int Folds = 5;
    private const int Blocks = 10;
    private const int FewestOfAPart = 100;
    private const int MostColumns = 15;
    private const double ShareOfAPart = 0.25;

    private readonly int[] _folds = FoldsOf(answers.Count, seed);

    /// <summary>Learns.</summary>
    /// <param name="metrics">The metrics to watch.</param>
    /// <param name="cancellation">Looked at before each part.</param>
    public ReferencePerformance Run(IReadOnlyList<IMetric> metrics, CancellationToken cancellation)
    {
        int[] all = [.. Enumerable.Range(0, answers.Count)];
        var expected = OutOfFold();
        var blocks = BlocksOf(answers.Count);
        int[][] parts = [.. blocks, .. codes.Zip(bins).Take(MostColumns).Append((codes[^1], bins[^1])).SelectMany(pair => Shifted(pair.Item1, pair.Item2))];
        var figures = metrics.Select(metric => Figure(metric, expected, blocks, parts, cancellation)).ToArray();
        return answers is ClassAnswers classes
            ? Calibrated(classes, figures, all)
            : new() { Figures = figures, Absolute = LossLearning.Fit(codes, bins, Losses(square: false), all), Squared = LossLearning.Fit(codes, bins, Losses(square: true), all) };
    }

    private ReferencePerformance Calibrated(ClassAnswers classes, ReferenceFigure[] figures, int[] rows)
    {
        var lines = CalibrationLearning.Fit(classes, rows);
        var calibrated = CalibrationLearning.Apply(lines, classes.Probabilities, classes.Classes.Count);
        return new() { Figures = figures, Calibration = lines, Offsets = OffsetLearning.Fit(classes, calibrated, codes, bins, rows) };
    }

    private ReferenceFigure Figure(IMetric metric, ExpectedAnswers expected, int[][] blocks, int[][] parts, CancellationToken cancellation)
    {
        var (realised, estimated) = (metric.Estimate(answers), expected.Of(metric, null));
        var off = new List<double>();
        foreach (var part in parts)
        {
            cancellation.ThrowIfCancellationRequested();
            var truth = metric.Estimate(answers.Take(part));
            if (double.IsFinite(truth.Value) && double.IsFinite(truth.StandardError) && expected.Of(metric, part) is { } estimate)
            {
                off.Add(Square(estimate.Value - truth.Value) - Square(truth.StandardError));
            }
        }

        return new()
        {
            Metric = metric.Info.Name,
            Realised = double.IsFinite(realised.Value) && double.IsFinite(realised.StandardError) ? realised.Value : null,
            RealisedError = double.IsFinite(realised.StandardError) ? realised.StandardError : 0,
            Spread = SpreadOf(metric, blocks),
            Estimated = estimated?.Value,
            EstimatedError = estimated is { StandardError: var error } && double.IsFinite(error) ? error : 0,
            EstimatorError = off.Count > 0 && estimated is not null ? Math.Sqrt(Math.Max(0, off.Average())) : null,
        };
    }

    private double SpreadOf(IMetric metric, int[][] blocks)
    {
        Estimate[] scores = [.. blocks.Select(block => metric.Estimate(answers.Take(block))).Where(score => double.IsFinite(score.Value) && double.IsFinite(score.StandardError))];
        if (scores.Length < 2)
        {
            return 0;
        }

        var mean = scores.Average(score => score.Value);
        return Math.Sqrt(Math.Max(0, (scores.Sum(score => Square(score.Value - mean)) / (scores.Length - 1)) - scores.Average(score => Square(score.StandardError))));
    }

    private ExpectedAnswers OutOfFold()
    {
        if (answers is ClassAnswers classes)
        {
            var width = classes.Classes.Count;
            var calibrated = new double[classes.Probabilities.Length];
            EachFold((others, own) =>
            {
                var lined = CalibrationLearning.Apply(CalibrationLearning.Fit(classes, others), classes.Probabilities, width);
                var known = OffsetLearning.Apply(OffsetLearning.Fit(classes, lined, codes, bins, others), lined, codes, width);
                foreach (var row in own)
                {
                    known.AsSpan(row * width, width).CopyTo(calibrated.AsSpan(row * width));
                }
            });
            return new ExpectedClasses(classes, calibrated);
        }

        double[] absolute = LossesOutOfFold(Losses(square: false)), squared = LossesOutOfFold(Losses(square: true));
        return new ExpectedNumbers(((NumberAnswers)answers).Predicted, absolute, squared);
    }

    private double[] LossesOutOfFold(double[] losses)
    {
        var expected = new double[losses.Length];
        EachFold((others, own) =>
        {
            var table = LossLearning.Fit(codes, bins, losses, others).Of(codes, losses.Length);
            foreach (var row in own)
            {
                expected[row] = table[row];
            }
        });
        return expected;
    }

    private void EachFold(Action<int[], int[]> learn)
    {
        for (var fold = 0; fold < Folds; fold++)
        {
            var sides = Enumerable.Range(0, _folds.Length).ToLookup(row => _folds[row] == fold);
            learn([.. sides[false]], [.. sides[true]]);
        }
    }

    private double[] Losses(bool square)
    {
        var numbers = (NumberAnswers)answers;
        return [.. numbers.Truth.Zip(numbers.Predicted, (truth, said) => Math.Abs(truth - said)).Select(away => square ? Math.Min(away * away, double.MaxValue / 1e9) : away)];
    }

    private static int[][] BlocksOf(int count)
    {
        var blocks = Math.Clamp(count / FewestOfAPart, 0, Blocks);
        return [.. Enumerable.Range(0, blocks).Select(block => Enumerable.Range(block * count / blocks, ((block + 1) * count / blocks) - (block * count / blocks)).ToArray())];
    }

    // The rows at the low and at the high end of a column: a shift as hard as any that keeps a quarter of the rows.
    private static IEnumerable<int[]> Shifted(int[] codes, int bins)
    {
        foreach (var isLow in (bool[])[true, false])
        {
            var ordered = Enumerable.Range(0, codes.Length).Where(row => codes[row] >= 0).ToLookup(row => codes[row]);
            var rows = new List<int>();
            for (var step = 0; step < bins && rows.Count < ShareOfAPart * codes.Length; step++)
            {
                rows.AddRange(ordered[isLow ? step : bins - 1 - step]);
            }

            if (rows.Count >= FewestOfAPart && rows.Count <= 0.75 * codes.Length)
            {
                yield return [.. rows.Order()];
            }
        }
    }

    private static int[] FoldsOf(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(Folds))];
    }

    private static double Square(double value) => value * value;
}
