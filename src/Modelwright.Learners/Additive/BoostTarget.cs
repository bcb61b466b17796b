using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Additive;

/// <summary>The target as boosting reads it. Arrays over rows are padded to a multiple of four with rows of weight 0.</summary>
internal sealed class BoostTarget
{
    /// <summary>Reads the target and the weights.</summary>
    public BoostTarget(TrainingSet data)
    {
        Rows = data.Features.RowCount;
        Padded = (Rows + 3) & ~3;
        Weights = Normalized(data.Weights, Rows, Padded);
        Values = new double[Padded];
        if (data.Task.AnswersClasses)
        {
            Classes = data.Classes.Count;
            var codes = TargetValues.Classes(data.Target!);
            for (var row = 0; row < Rows; row++)
            {
                Values[row] = codes[row];
            }

            Base = StartScores();
            return;
        }

        ((NumberColumn)data.Target!).Values.CopyTo(Values);
        (Scale, Offset) = Standardize();
        Base = [0];
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Length of arrays over rows.</summary>
    public int Padded { get; }

    /// <summary>Number of classes; 0 for regression.</summary>
    public int Classes { get; }

    /// <summary>Scores a row: one for numbers and two classes, else one a class.</summary>
    public int Outputs => Classes > 2 ? Classes : 1;

    /// <summary>How much each row counts; 1 on the mean.</summary>
    public double[] Weights { get; }

    /// <summary>The number of each row, of mean 0 and spread 1; or the code of its class.</summary>
    public double[] Values { get; }

    /// <summary>The scores of least loss without any term; one an output.</summary>
    public double[] Base { get; }

    /// <summary>What a score is multiplied with to be a number of the target.</summary>
    public double Scale { get; } = 1;

    /// <summary>What is then added.</summary>
    public double Offset { get; }

    private static double[] Normalized(double[]? weights, int rows, int padded)
    {
        var normalized = new double[padded];
        if (weights is null)
        {
            Array.Fill(normalized, 1.0, 0, rows);
            return normalized;
        }

        // Divided by the largest first, so that no sum leaves the range of numbers.
        var largest = weights.Max();
        var mean = weights.Average(weight => weight / largest);
        for (var row = 0; row < rows; row++)
        {
            normalized[row] = weights[row] / largest / mean;
        }

        return normalized;
    }

    private (double Scale, double Offset) Standardize()
    {
        var largest = 0.0;
        foreach (var value in Values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        var unit = largest > 0 ? Math.ScaleB(1, Math.Clamp(Math.ILogB(largest), -1000, 1000)) : 1;
        var (sum, squares) = (0.0, 0.0);
        for (var row = 0; row < Rows; row++)
        {
            Values[row] /= unit;
            sum += Weights[row] * Values[row];
        }

        var mean = sum / Rows;
        for (var row = 0; row < Rows; row++)
        {
            squares += Weights[row] * (Values[row] - mean) * (Values[row] - mean);
        }

        var spread = Math.Sqrt(squares / Rows);
        spread = spread > 0 ? spread : 1;
        for (var row = 0; row < Rows; row++)
        {
            Values[row] = (Values[row] - mean) / spread;
        }

        return (spread * unit, mean * unit);
    }

    private double[] StartScores()
    {
        // Half a row is added to each class, so that a class without rows starts at a finite score.
        var shares = Enumerable.Repeat(0.5, Classes).ToArray();
        for (var row = 0; row < Rows; row++)
        {
            shares[(int)Values[row]] += Weights[row];
        }

        if (Outputs == 1)
        {
            return [Math.Log(shares[1] / shares[0])];
        }

        var mean = shares.Average(Math.Log);
        return [.. shares.Select(share => Math.Log(share) - mean)];
    }
}
