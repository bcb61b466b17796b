using Modelwright.Core.Learning;

namespace Modelwright.Learners.Kernel;

/// <summary>The target and the weights of the rows that are learned from.</summary>
internal sealed class KernelTarget
{
    /// <summary>Reads the target.</summary>
    public KernelTarget(TrainingSet data)
    {
        Rows = data.Features.RowCount;
        Weights = Normalized(data.Weights, Rows);
        if (data.Task.AnswersClasses)
        {
            (Classes, Codes) = (data.Classes.Count, TargetValues.Classes(data.Target!));
            return;
        }

        Numbers = TargetValues.Numbers(data.Target!);
        (Scale, Offset) = Standardize();
    }

    private KernelTarget(KernelTarget all, int[] rows)
    {
        (Rows, Classes, Scale, Offset) = (rows.Length, all.Classes, all.Scale, all.Offset);
        Weights = [.. rows.Select(row => all.Weights[row])];
        Codes = all.Codes.Length == 0 ? [] : [.. rows.Select(row => all.Codes[row])];
        Numbers = all.Numbers.Length == 0 ? [] : [.. rows.Select(row => all.Numbers[row])];
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of classes; 0 for regression.</summary>
    public int Classes { get; }

    /// <summary>Scores a row: one for numbers and two classes, else one a class.</summary>
    public int Outputs => Classes > 2 ? Classes : 1;

    /// <summary>How much each row counts; 1 on the mean.</summary>
    public double[] Weights { get; }

    /// <summary>The class of each row; empty for regression.</summary>
    public int[] Codes { get; } = [];

    /// <summary>The number of each row, of mean 0 and spread 1; empty for classification.</summary>
    public double[] Numbers { get; } = [];

    /// <summary>What a score is multiplied with to be a number of the target.</summary>
    public double Scale { get; } = 1;

    /// <summary>What is then added.</summary>
    public double Offset { get; }

    /// <summary>Whether a row is of the class that an output tells from all others.</summary>
    public bool IsOf(int row, int output) => Codes[row] == (Classes == 2 ? 1 : output);

    /// <summary>Some of the rows, in the same units.</summary>
    public KernelTarget Take(int[] rows) => new(this, rows);

    private static double[] Normalized(double[]? weights, int rows)
    {
        if (weights is null)
        {
            var ones = new double[rows];
            Array.Fill(ones, 1.0);
            return ones;
        }

        // Divided by the largest first, so that no sum leaves the range of numbers.
        var largest = weights.Max();
        var mean = weights.Average(weight => weight / largest);
        return [.. weights.Select(weight => weight / largest / mean)];
    }

    private (double Scale, double Offset) Standardize()
    {
        var largest = Numbers.Max(Math.Abs);
        var unit = largest > 0 ? Math.ScaleB(1, Math.Clamp(Math.ILogB(largest), -1000, 1000)) : 1;
        var mean = Enumerable.Range(0, Rows).Sum(row => Weights[row] * (Numbers[row] / unit)) / Rows;
        var square = Enumerable.Range(0, Rows).Sum(row => Weights[row] * Math.Pow((Numbers[row] / unit) - mean, 2)) / Rows;
        var spread = square > 0 ? Math.Sqrt(square) : 1;
        for (var row = 0; row < Rows; row++)
        {
            Numbers[row] = ((Numbers[row] / unit) - mean) / spread;
        }

        return (spread * unit, mean * unit);
    }
}
