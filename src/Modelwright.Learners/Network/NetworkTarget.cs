using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Network;

namespace Modelwright.Learners.Network;

/// <summary>What is to be answered, in the units of the network: class numbers, or numbers of mean 0 and deviation 1.</summary>
internal sealed class NetworkTarget
{
    /// <summary>How far beyond the training rows answers may go, as a share of their range.</summary>
    private const double Margin = 0.1;

    private readonly double _unit = 1;
    private readonly double _mean;
    private readonly double _deviation = 1;

    /// <summary>Learns the units.</summary>
    /// <param name="data">Checked data.</param>
    public NetworkTarget(TrainingSet data)
    {
        Classes = data.Classes.Count;
        Outputs = Classes > 2 ? Classes : 1;
        if (Classes > 0)
        {
            return;
        }

        var values = TargetValues.Numbers(data.Target!);
        var (lowest, highest) = (values.Min(), values.Max());

        // In units of the largest value no sum leaves the range of numbers.
        _unit = Math.Max(Math.Abs(lowest), Math.Abs(highest));
        (_mean, _deviation) = Moments(values, data.Weights, _unit);
        var margin = Margin * ((highest / 2) - (lowest / 2)) * 2;
        Range = new(_mean * _unit, _deviation * _unit, Held(lowest - margin), Held(highest + margin));
    }

    /// <summary>Classes; 0 for numbers.</summary>
    public int Classes { get; }

    /// <summary>Outputs of the network.</summary>
    public int Outputs { get; }

    /// <summary>What makes a number of the output.</summary>
    public AnswerRange Range { get; } = new(0, 1, 0, 0);

    /// <summary>The labels of rows; a class that is not among the training set's is -1, a number that is not finite NaN.</summary>
    public float[] Labels(Column target, IReadOnlyList<string> classes)
    {
        if (target is CategoryColumn categories)
        {
            var map = categories.MapTo(classes);
            return Array.ConvertAll(TargetValues.Classes(target), code => code < 0 ? -1f : map is null ? code : map[code]);
        }

        return Array.ConvertAll(TargetValues.Numbers(target), value => double.IsFinite(value) ? (float)(((value / _unit) - _mean) / _deviation) : float.NaN);
    }

    /// <summary>Where the outputs start: the logarithms of the classes' shares, or the mean.</summary>
    public float[] Start(float[] labels, double[]? weights)
    {
        if (Classes == 0)
        {
            return [0];
        }

        var shares = new double[Math.Max(Classes, 2)];
        for (var row = 0; row < labels.Length; row++)
        {
            shares[(int)labels[row]] += weights?[row] ?? 1;
        }

        // Half a row more a class, so that one without rows has a logarithm.
        var least = 0.5 * shares.Sum() / labels.Length;
        return Outputs == 1
            ? [(float)Math.Log((shares[1] + least) / (shares[0] + least))]
            : [.. shares.Select(share => (float)Math.Log((share + least) / shares.Sum()))];
    }

    private static (double Mean, double Deviation) Moments(double[] values, double[]? weights, double unit)
    {
        var (sum, weight) = (0.0, 0.0);
        for (var row = 0; row < values.Length; row++)
        {
            var counts = weights?[row] ?? 1;
            sum += counts * (values[row] / unit);
            weight += counts;
        }

        var (mean, squares) = (sum / weight, 0.0);
        for (var row = 0; row < values.Length; row++)
        {
            var away = (values[row] / unit) - mean;
            squares += (weights?[row] ?? 1) * away * away;
        }

        var deviation = Math.Sqrt(squares / weight);
        return (mean, deviation > 0 ? deviation : 1);
    }

    private static double Held(double value) => Math.Clamp(value, -double.MaxValue, double.MaxValue);
}
