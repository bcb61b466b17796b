using Modelwright.Runtime.Numerics;

namespace Modelwright.Measures.Segments;

/// <summary>The mutual information that labels of given sizes have by chance.</summary>
/// <remarks>Source: Vinh, Epps and Bailey 2010, equation 24a: the mean over the hypergeometric counts of each cell.</remarks>
internal static class ExpectedInformation
{
    /// <summary>Adds up over all pairs of labels; pairs of equal sizes are added up once.</summary>
    public static double Of(long[] found, long[] truth, long rows)
    {
        var factorials = LogFactorials((int)rows);
        var sum = 0.0;
        foreach (var one in found.GroupBy(size => size).OrderBy(group => group.Key))
        {
            foreach (var other in truth.GroupBy(size => size).OrderBy(group => group.Key))
            {
                sum += one.Count() * (double)other.Count() * OfPair((int)one.Key, (int)other.Key, (int)rows, factorials);
            }
        }

        return sum;
    }

    private static double OfPair(int one, int other, int rows, double[] factorials)
    {
        var fixedPart = factorials[one] + factorials[other] + factorials[rows - one] + factorials[rows - other] - factorials[rows];
        var sum = 0.0;
        for (var count = Math.Max(1, one + other - rows); count <= Math.Min(one, other); count++)
        {
            var chance = PortableMath.Exp(fixedPart - factorials[count] - factorials[one - count] - factorials[other - count] - factorials[rows - one - other + count]);
            sum += (double)count / rows * PortableMath.Log((double)rows * count / ((double)one * other)) * chance;
        }

        return sum;
    }

    private static double[] LogFactorials(int most)
    {
        var logs = new double[most + 1];
        for (var number = 2; number <= most; number++)
        {
            logs[number] = logs[number - 1] + PortableMath.Log(number);
        }

        return logs;
    }
}
