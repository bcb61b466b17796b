using Modelwright.Core.Learning;

namespace Modelwright.Learners.Bayes;

/// <summary>The class and weight of each row; weights have a mean of 1.</summary>
internal sealed class ClassRows
{
    /// <summary>Rows that every class is thought to have besides its own, so that none is impossible.</summary>
    private const double Besides = 0.5;

    private readonly double[] _totals;

    /// <summary>Reads the rows of a training set.</summary>
    public ClassRows(TrainingSet data)
    {
        Codes = TargetValues.Classes(data.Target!);
        Classes = data.Classes.Count;
        var largest = data.Weights?.Max() ?? 1;
        Weights = data.Weights is { } weights ? Array.ConvertAll(weights, weight => weight / largest) : [.. Codes.Select(_ => 1.0)];
        var mean = Weights.Average();
        _totals = new double[Classes];
        for (var row = 0; row < Codes.Length; row++)
        {
            Weights[row] /= mean;
            _totals[Codes[row]] += Weights[row];
        }
    }

    /// <summary>The class of each row.</summary>
    public int[] Codes { get; }

    /// <summary>The weight of each row.</summary>
    public double[] Weights { get; }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Number of rows.</summary>
    public int Count => Codes.Length;

    /// <summary>The logarithm of a class's share of all rows.</summary>
    /// <param name="label">The class.</param>
    /// <param name="without">Weight of a row of it that is left out; 0 for none.</param>
    public double Log(int label, double without = 0) =>
        Math.Log((Math.Max(0, _totals[label] - without) + Besides) / (Count + (Besides * Classes)));
}
