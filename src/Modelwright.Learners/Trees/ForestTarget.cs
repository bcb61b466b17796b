using Modelwright.Core.Learning;

namespace Modelwright.Learners.Trees;

/// <summary>The target as trees count it: one value a row (numbers, or 0 and 1 for two classes), or a class a row.</summary>
internal sealed class ForestTarget
{
    private readonly double[]? _weights;

    /// <summary>Reads the target and the weights.</summary>
    public ForestTarget(TrainingSet data)
    {
        IsClassification = data.Task.AnswersClasses;
        Rows = data.Features.RowCount;
        _weights = Scaled(data.Weights);
        if (!IsClassification)
        {
            (Values, Scale, Offset) = Centered(TargetValues.Numbers(data.Target!));
            return;
        }

        Codes = TargetValues.Classes(data.Target!);
        Width = data.Classes.Count;
        if (Width == 2)
        {
            Values = [.. Codes.Select(code => (double)code)];
        }
        else
        {
            Classes = Width;
        }
    }

    /// <summary>Whether leaves hold class shares.</summary>
    public bool IsClassification { get; }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Values a leaf holds.</summary>
    public int Width { get; } = 1;

    /// <summary>Number of classes where they are counted one by one; 0 where <see cref="Values"/> are summed.</summary>
    public int Classes { get; }

    /// <summary>One value a row: the number, scaled, or whether the row is of the second of two classes.</summary>
    public double[] Values { get; } = [];

    /// <summary>The class of each row.</summary>
    public int[] Codes { get; } = [];

    /// <summary>What a summed value is multiplied with to be a number of the target.</summary>
    public double Scale { get; } = 1;

    /// <summary>What is then added.</summary>
    public double Offset { get; }

    /// <summary>The part of an answer that is spread evenly over the classes: as if half a row had been seen that knows nothing.</summary>
    /// <remarks>Without it a class that no tree has met in a leaf would be held impossible, which costs any log loss. Source: Krichevsky &amp; Trofimov 1981.</remarks>
    public double Doubt => 0.5 / (Rows + 1);

    /// <summary>What a leaf says of a class that has some share of it.</summary>
    public double Certain(double share) => share * (1 - Doubt);

    /// <summary>Whether rows weigh differently.</summary>
    public bool IsWeighted => _weights is not null;

    /// <summary>How much a row counts.</summary>
    public double Weight(int row) => _weights is null ? 1 : _weights[row];

    /// <summary>A power of two of about the size of the largest number; dividing by it is exact.</summary>
    private static double PowerOfTwo(double largest) => largest > 0 ? Math.ScaleB(1, Math.Clamp(Math.ILogB(largest), -1000, 1000)) : 1;

    private static double[]? Scaled(double[]? weights)
    {
        if (weights is null)
        {
            return null;
        }

        var scale = PowerOfTwo(weights.Max());
        return [.. weights.Select(weight => weight / scale)];
    }

    private static (double[] Values, double Scale, double Offset) Centered(double[] numbers)
    {
        var scale = PowerOfTwo(numbers.Max(Math.Abs));
        var sum = 0.0;
        for (var row = 0; row < numbers.Length; row++)
        {
            numbers[row] /= scale;
            sum += numbers[row];
        }

        var mean = sum / numbers.Length;
        for (var row = 0; row < numbers.Length; row++)
        {
            numbers[row] -= mean;
        }

        return (numbers, scale, mean * scale);
    }
}
