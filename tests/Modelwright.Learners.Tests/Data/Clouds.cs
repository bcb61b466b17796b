using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Tests.Data;

/// <summary>Seeded points with a known answer.</summary>
internal static class Clouds
{
    /// <summary>The answer is a sine of the first axis; other axes are noise.</summary>
    public static TrainingSet Wave(int rows, int seed, double noise = 0.1, int axes = 1)
    {
        var random = new Random(seed);
        double[][] values = [.. Enumerable.Range(0, axes).Select(_ => Drawn(rows, () => (random.NextDouble() - 0.5) * 3.4))];
        double[] target = [.. values[0].Select(value => (3 * Math.Sin(1.5 * value)) + (noise * (random.NextDouble() - 0.5)))];
        return new(LearningTask.Regression, TableOf(values)) { Target = new NumberColumn("y", target) };
    }

    /// <summary>Twenty clouds of a few directions each, as real tables are; the answer is the sum of all axes.</summary>
    public static TrainingSet Blobs(int rows, int seed, int axes)
    {
        const int Count = 20;
        const int Directions = 6;
        var shape = new Random(11);
        double[][] centers = [.. Enumerable.Range(0, Count).Select(_ => Drawn(axes, () => 4 * (shape.NextDouble() - 0.5)))];
        double[][] directions = [.. Enumerable.Range(0, Count * Directions).Select(_ => Drawn(axes, () => shape.NextDouble() - 0.5))];
        var random = new Random(seed);
        double[][] values = [.. Enumerable.Range(0, axes).Select(_ => new double[rows])];
        for (var row = 0; row < rows; row++)
        {
            var cloud = random.Next(Count);
            var along = Drawn(Directions, () => 2 * (random.NextDouble() + random.NextDouble() - 1));
            for (var axis = 0; axis < axes; axis++)
            {
                values[axis][row] = centers[cloud][axis] + Enumerable.Range(0, Directions).Sum(direction => along[direction] * directions[(cloud * Directions) + direction][axis]) + (0.1 * random.NextDouble());
            }
        }

        double[] target = [.. Enumerable.Range(0, rows).Select(row => values.Sum(axis => axis[row]))];
        return new(LearningTask.Regression, TableOf(values)) { Target = new NumberColumn("y", target) };
    }

    /// <summary>Three classes told apart by the direction of a row, not by its length.</summary>
    public static TrainingSet Directions(int rows, int seed)
    {
        var random = new Random(seed);
        double[][] values = [new double[rows], new double[rows]];
        var codes = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            var (angle, length) = (random.NextDouble() * 2 * Math.PI, Math.Pow(10, 3 * random.NextDouble()));
            (values[0][row], values[1][row]) = (length * Math.Cos(angle), length * Math.Sin(angle));
            codes[row] = (int)(angle / (2 * Math.PI) * 3);
        }

        return new(LearningTask.Classification, TableOf(values)) { Target = new CategoryColumn("y", ["a", "b", "c"], codes) };
    }

    /// <summary>Root mean squared error.</summary>
    public static double Error(double[] answers, TrainingSet data)
    {
        var truth = ((NumberColumn)data.Target!).Values;
        return Math.Sqrt(answers.Select((answer, row) => (answer - truth.At(row)) * (answer - truth.At(row))).Average());
    }

    /// <summary>Share of rows whose most probable class is the true one.</summary>
    public static double Accuracy(double[] answers, TrainingSet data)
    {
        var codes = ((CategoryColumn)data.Target!).Codes;
        var width = data.Classes.Count;
        return Enumerable.Range(0, codes.RowCount).Average(row => Array.IndexOf(answers, answers[(row * width)..((row + 1) * width)].Max(), row * width) - (row * width) == codes.At(row) ? 1.0 : 0);
    }

    private static Table TableOf(double[][] values) => new([.. values.Select((column, axis) => new NumberColumn($"x{axis}", column))]);

    private static double[] Drawn(int count, Func<double> draw) => [.. Enumerable.Range(0, count).Select(_ => draw())];
}
