using Modelwright.Measures;

namespace Modelwright.Tests.Validation.Answering;

/// <summary>Answers whose truth is drawn from known probabilities, told as a model that is wrong in a known way would tell them.</summary>
internal static class SimulatedAnswers
{
    /// <summary>Two classes.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="seed">Chance.</param>
    /// <param name="said">What the model says where the class 'yes' is that probable.</param>
    /// <returns>The answers, and how probable 'yes' truly was.</returns>
    public static (ClassAnswers Answers, double[] Truth) Two(int rows, int seed, Func<double, double> said)
    {
        var random = new Random(seed);
        var (truth, probabilities, came) = (new double[rows], new double[2 * rows], new int[rows]);
        for (var row = 0; row < rows; row++)
        {
            truth[row] = 1 / (1 + Math.Exp(-1.5 * Normal(random)));
            came[row] = random.NextDouble() < truth[row] ? 1 : 0;
            probabilities[(2 * row) + 1] = said(truth[row]);
            probabilities[2 * row] = 1 - probabilities[(2 * row) + 1];
        }

        return (new(["no", "yes"], came, probabilities), truth);
    }

    /// <summary>Several classes; the model says the true probabilities to a power, scaled to sum 1.</summary>
    public static ClassAnswers Many(int rows, int classes, int seed, double power)
    {
        var random = new Random(seed);
        var (probabilities, came) = (new double[rows * classes], new int[rows]);
        for (var row = 0; row < rows; row++)
        {
            double[] scores = [.. Enumerable.Range(0, classes).Select(_ => Math.Exp(1.5 * Normal(random)))];
            var draw = random.NextDouble() * scores.Sum();
            while (came[row] < classes - 1 && (draw -= scores[came[row]]) > 0)
            {
                came[row]++;
            }

            var sum = scores.Sum(score => Math.Pow(score, power));
            for (var place = 0; place < classes; place++)
            {
                probabilities[(row * classes) + place] = Math.Pow(scores[place], power) / sum;
            }
        }

        return new([.. Enumerable.Range(0, classes).Select(place => $"class {place}")], came, probabilities);
    }

    /// <summary>Folds dealt out in turn.</summary>
    public static int[] Folds(int rows, int folds = 5) => [.. Enumerable.Range(0, rows).Select(row => row % folds)];

    /// <summary>A draw from the normal distribution. Source: Box and Muller 1958.</summary>
    public static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
