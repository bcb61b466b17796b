using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Linear;

/// <summary>The target as the losses read it, with the weights brought to a sum of 1.</summary>
/// <param name="Weights">One a row, of sum 1.</param>
/// <param name="Numbers">For regression, the standardised number of each row; otherwise empty.</param>
/// <param name="Codes">For classification, the class of each row; otherwise empty.</param>
/// <param name="Classes">Number of classes; 0 for regression.</param>
/// <param name="Center">What was taken away from the numbers.</param>
/// <param name="Spread">What they were divided by.</param>
internal sealed record LinearTarget(double[] Weights, double[] Numbers, int[] Codes, int Classes, double Center, double Spread)
{
    /// <summary>Scores a row: one for numbers and two classes, else one a class.</summary>
    public int Outputs => Classes > 2 ? Classes : 1;

    /// <summary>Reads the target of training rows.</summary>
    public static LinearTarget Of(TrainingSet data)
    {
        var weights = Normalized(data);
        if (data.Task.AnswersClasses)
        {
            return new(weights, [], TargetValues.Classes(data.Target!), data.Classes.Count, 0, 1);
        }

        var (center, spread, largest) = Standardization.Measure(((NumberColumn)data.Target!).Values, weights);
        return new(weights, Standardized(data.Target, center, spread > 0 ? spread : largest), [], 0, center, spread > 0 ? spread : largest);
    }

    /// <summary>Reads the target of other rows in the units of this one; null where a row cannot be read so.</summary>
    public LinearTarget? Of(TrainingSet validation, IReadOnlyList<string> classes)
    {
        if (TargetValues.Unsound(validation.Target!) >= 0 || validation.Weights?.All(weight => weight == 0) == true)
        {
            return null;
        }

        var weights = Normalized(validation);
        if (Classes == 0)
        {
            return this with { Weights = weights, Numbers = Standardized(validation.Target!, Center, Spread) };
        }

        var column = (CategoryColumn)validation.Target!;
        var codes = TargetValues.Classes(column);
        if (column.MapTo(classes) is { } map)
        {
            codes = [.. codes.Select(code => map[code])];
        }

        return codes.Contains(CategoryColumn.Missing) ? null : this with { Weights = weights, Codes = codes };
    }

    /// <summary>The intercepts of least loss while all coefficients are zero.</summary>
    public double[] StartIntercepts()
    {
        var intercepts = new double[Outputs];
        if (Classes == 0)
        {
            return intercepts;
        }

        // Half a row is added to each class, so that a class without rows starts at a finite score.
        var half = 0.5 / Codes.Length;
        var shares = Enumerable.Repeat(half, Classes).ToArray();
        for (var row = 0; row < Codes.Length; row++)
        {
            shares[Codes[row]] += Weights[row];
        }

        if (Outputs == 1)
        {
            return [Math.Log(shares[1] / shares[0])];
        }

        var mean = shares.Average(Math.Log);
        return [.. shares.Select(share => Math.Log(share) - mean)];
    }

    private static double[] Standardized(Column target, double center, double spread)
    {
        var numbers = TargetValues.Numbers(target);
        for (var row = 0; row < numbers.Length; row++)
        {
            numbers[row] = (numbers[row] / spread) - (center / spread);
        }

        return numbers;
    }

    private static double[] Normalized(TrainingSet data)
    {
        var rows = data.Features.RowCount;
        if (data.Weights is not { } weights)
        {
            var share = new double[rows];
            Array.Fill(share, 1.0 / rows);
            return share;
        }

        var largest = weights.Max();
        var sum = weights.Sum(weight => weight / largest);
        return [.. weights.Select(weight => weight / largest / sum)];
    }
}
