using Modelwright.Core.Learning;
using Modelwright.Measures;

namespace Modelwright.Testing.Metrics;

/// <summary>Makes answers as a fair but not perfect model gives them, from a known process.</summary>
internal static class MetricSamples
{
    /// <summary>How many kinds of sample a task has.</summary>
    /// <param name="task">Classification or regression.</param>
    /// <returns>For classification two and three classes; for regression one.</returns>
    public static int Kinds(LearningTask task) => task switch
    {
        { AnswersClasses: true } => 2,
        { AnswersNumbers: true } => 1,
        _ => throw new ContractException($"There are no samples of task '{task}' yet; add them to the suite."),
    };

    /// <summary>What a kind is called.</summary>
    /// <param name="task">The task.</param>
    /// <param name="kind">From 0.</param>
    public static string Title(LearningTask task, int kind) =>
        task == LearningTask.Regression ? "numbers" : kind == 0 ? "two classes" : "three classes";

    /// <summary>Draws rows from the process.</summary>
    /// <param name="task">The task.</param>
    /// <param name="kind">From 0.</param>
    /// <param name="rows">How many.</param>
    /// <param name="seed">The only origin of chance.</param>
    public static Answers Draw(LearningTask task, int kind, int rows, int seed)
    {
        var random = new Chance(seed);
        return task == LearningTask.Regression ? Numbers(rows, random) : kind == 0 ? TwoClasses(rows, random) : ThreeClasses(rows, random);
    }

    /// <summary>The same truth, answered without a fault.</summary>
    /// <param name="answers">Any answers.</param>
    public static Answers Perfect(Answers answers) => Answered(answers, (_, truth) => truth);

    /// <summary>The same truth, answered by its class shares or its mean.</summary>
    /// <param name="answers">Any answers.</param>
    public static Answers Constant(Answers answers)
    {
        double[]? shares = null;
        var mean = 0.0;
        if (answers is ClassAnswers classes)
        {
            shares = new double[classes.Classes.Count];
            foreach (var truth in classes.Truth)
            {
                shares[truth] += 1.0 / classes.Count;
            }
        }
        else
        {
            mean = ((NumberAnswers)answers).Truth.Average();
        }

        return Answered(answers, (column, _) => shares is null ? mean : shares[column]);
    }

    /// <summary>The same truth, with noise on each number, or every second row answered as some other row.</summary>
    /// <param name="answers">Any answers.</param>
    /// <param name="seed">The only origin of chance.</param>
    public static Answers Worse(Answers answers, int seed)
    {
        var random = new Chance(seed);
        if (answers is NumberAnswers numbers)
        {
            return new NumberAnswers(numbers.Truth, Array.ConvertAll(numbers.Predicted, value => value + (3 * random.Normal())));
        }

        var classes = (ClassAnswers)answers;
        var width = classes.Classes.Count;
        var probabilities = (double[])classes.Probabilities.Clone();
        for (var row = 0; row < classes.Count; row += 2)
        {
            classes.Probabilities.AsSpan(random.Next(classes.Count) * width, width).CopyTo(probabilities.AsSpan(row * width));
        }

        return new ClassAnswers(classes.Classes, classes.Truth, probabilities);
    }

    private static Answers Answered(Answers answers, Func<int, double, double> answer)
    {
        if (answers is NumberAnswers numbers)
        {
            return new NumberAnswers(numbers.Truth, Array.ConvertAll(numbers.Truth, truth => answer(0, truth)));
        }

        var classes = (ClassAnswers)answers;
        var width = classes.Classes.Count;
        var probabilities = new double[classes.Probabilities.Length];
        for (var cell = 0; cell < probabilities.Length; cell++)
        {
            probabilities[cell] = answer(cell % width, classes.Truth[cell / width] == cell % width ? 1 : 0);
        }

        return new ClassAnswers(classes.Classes, classes.Truth, probabilities);
    }

    private static ClassAnswers TwoClasses(int rows, Chance random)
    {
        var truth = new int[rows];
        var probabilities = new double[2 * rows];
        for (var row = 0; row < rows; row++)
        {
            var known = random.Normal();
            truth[row] = random.Uniform() < Odds((1.6 * known) - 0.6) ? 1 : 0;
            probabilities[(2 * row) + 1] = Odds((1.4 * known) - 0.4 + (0.4 * random.Normal()));
            probabilities[2 * row] = 1 - probabilities[(2 * row) + 1];
        }

        return new(["no", "yes"], truth, probabilities);
    }

    private static ClassAnswers ThreeClasses(int rows, Chance random)
    {
        var truth = new int[rows];
        var probabilities = new double[3 * rows];
        for (var row = 0; row < rows; row++)
        {
            truth[row] = random.Uniform() is var share && share < 0.45 ? 0 : share < 0.8 ? 1 : 2;
            var own = probabilities.AsSpan(3 * row, 3);
            var sum = 0.0;
            for (var column = 0; column < 3; column++)
            {
                own[column] = Math.Exp((column == truth[row] ? 1.2 : 0) + (0.9 * random.Normal()));
                sum += own[column];
            }

            for (var column = 0; column < 3; column++)
            {
                own[column] /= sum;
            }
        }

        return new(["a", "b", "c"], truth, probabilities);
    }

    private static NumberAnswers Numbers(int rows, Chance random)
    {
        var truth = new double[rows];
        var predicted = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            predicted[row] = 12 + (2 * random.Normal());
            truth[row] = Math.Max(1, predicted[row] + random.Normal());
        }

        return new(truth, predicted);
    }

    private static double Odds(double value) => 1 / (1 + Math.Exp(-value));
}
