using Modelwright.Core.Data;

namespace Modelwright.Profile.Meanings;

/// <summary>What is measured on a number column.</summary>
internal sealed record NumberFacts
{
    internal required int Rows { get; init; }

    internal required int Missing { get; init; }

    internal required double Minimum { get; init; }

    internal required double Maximum { get; init; }

    internal required double Mean { get; init; }

    internal required double Deviation { get; init; }

    internal required bool IsWhole { get; init; }

    /// <summary>Whether each value is above the one before it.</summary>
    internal required bool IsRising { get; init; }

    /// <summary>Every k-th value, sorted; all of them up to 100,000 rows.</summary>
    internal required double[] Sorted { get; init; }

    /// <summary>Different values; an estimate where <see cref="IsEstimate"/>.</summary>
    internal required int Distinct { get; init; }

    internal required bool IsEstimate { get; init; }

    /// <summary>Whether no two of the values in <see cref="Sorted"/> are equal, and none is missing.</summary>
    internal required bool IsAllDistinct { get; init; }

    /// <summary>Rows that hold <see cref="Minimum"/>.</summary>
    internal required int AtMinimum { get; init; }

    /// <summary>The smallest number above <see cref="Minimum"/>; infinite where there is none.</summary>
    internal required double Second { get; init; }

    /// <summary>Whether every number is a day written as yyyyMMdd, from 1900 to 2100.</summary>
    internal required bool AreDays { get; init; }

    internal int Present => Rows - Missing;

    /// <summary>The different values with their counts in ascending order; null where there are more than 32.</summary>
    internal required IReadOnlyList<(double Value, int Count)>? Levels { get; init; }

    internal static NumberFacts Of(Blocks<double> values, double? marker = null)
    {
        var pass = new NumberPass(values.RowCount, marker);
        for (var block = 0; block < values.BlockCount; block++)
        {
            pass.Add(values[block]);
        }

        return pass.Facts();
    }

    internal double Quantile(double share)
    {
        if (Sorted.Length == 0)
        {
            return double.NaN;
        }

        var position = share * (Sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, Sorted.Length - 1);
        return Sorted[below] + ((position - below) * (Sorted[above] - Sorted[below]));
    }
}
