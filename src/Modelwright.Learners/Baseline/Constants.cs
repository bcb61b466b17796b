using Modelwright.Core.Learning;

namespace Modelwright.Learners.Baseline;

/// <summary>The constants of least loss.</summary>
internal static class Constants
{
    /// <summary>The weighted share of each class; a class without rows has 0.</summary>
    public static double[] Shares(TrainingSet data)
    {
        var shares = new double[data.Classes.Count];
        var codes = TargetValues.Classes(data.Target!);
        var largest = data.Weights?.Max() ?? 1;
        for (var row = 0; row < codes.Length; row++)
        {
            shares[codes[row]] += (data.Weights?[row] ?? 1) / largest;
        }

        var sum = shares.Sum();
        for (var label = 0; label < shares.Length; label++)
        {
            shares[label] /= sum;
        }

        return shares;
    }

    /// <summary>The weighted mean, by steps that cannot leave the range of the values.</summary>
    public static double Mean(TrainingSet data)
    {
        var numbers = TargetValues.Numbers(data.Target!);
        var largest = data.Weights?.Max() ?? 1;
        var (mean, sum) = (0.0, 0.0);
        for (var row = 0; row < numbers.Length; row++)
        {
            var weight = (data.Weights?[row] ?? 1) / largest;
            sum += weight;
            var share = weight / sum;
            mean = (mean * (1 - share)) + (numbers[row] * share);
        }

        return mean;
    }
}
