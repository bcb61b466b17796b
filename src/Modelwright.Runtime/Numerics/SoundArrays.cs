namespace Modelwright.Runtime.Numerics;

/// <summary>
/// What has to hold of numbers read from a file. Loops instead of LINQ: a package is loaded before the first answer, and each
/// generic method over numbers would first have to be compiled.
/// </summary>
internal static class SoundArrays
{
    /// <summary>Whether no number is infinite or NaN.</summary>
    internal static bool AreFinite(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (!double.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether all numbers are from 0 to 1.</summary>
    internal static bool AreShares(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (value is not (>= 0 and <= 1))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether no number is below the one before it.</summary>
    internal static bool AreAscending(ReadOnlySpan<double> values)
    {
        for (var place = 1; place < values.Length; place++)
        {
            if (!(values[place - 1] <= values[place]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The sum, from the first to the last.</summary>
    internal static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }

    /// <summary>The sum of counts; -1 where one of them is negative.</summary>
    internal static long Total(ReadOnlySpan<int> counts)
    {
        var total = 0L;
        foreach (var count in counts)
        {
            if (count < 0)
            {
                return -1;
            }

            total += count;
        }

        return total;
    }
}
