using System.Globalization;

namespace Modelwright.Runtime.Packaging;

/// <summary>Bins of about equal counts with rounded borders.</summary>
internal static class ValueBins
{
    private const int MostBins = 20;

    /// <summary>The share of values whose mean stands for the lowest, or the highest, value.</summary>
    private const int TailDivisor = 100;

    /// <summary>Borders are rounded to a thousandth of the range.</summary>
    private const double RoundingSteps = 1000;

    internal static (double[] Edges, double[] Shares) Of(List<double> values)
    {
        if (values.Count < ColumnSurvey.FewestRows)
        {
            return ([], []);
        }

        var sorted = values.ToArray();
        Array.Sort(sorted);
        var edges = Edges(sorted);
        var shares = new double[edges.Length - 1];
        foreach (var value in sorted)
        {
            shares[BinOf(edges, value)] += 1.0;
        }

        for (var bin = 0; bin < shares.Length; bin++)
        {
            shares[bin] /= sorted.Length;
        }

        return (edges, shares);
    }

    /// <summary>The bin of a value: the number of inner borders at or below it.</summary>
    internal static int BinOf(double[] edges, double value)
    {
        var bin = 0;
        while (bin < edges.Length - 2 && edges[bin + 1] <= value)
        {
            bin++;
        }

        return bin;
    }

    private static double[] Edges(double[] sorted)
    {
        var tail = Math.Max(ColumnSurvey.FewestRows, sorted.Length / TailDivisor);
        var lowest = Mean(sorted.AsSpan(0, tail));
        var highest = Mean(sorted.AsSpan(sorted.Length - tail));
        if (!(lowest < highest))
        {
            return [lowest, lowest];
        }

        var step = Step((highest / RoundingSteps) - (lowest / RoundingSteps));
        var bins = Math.Clamp(sorted.Length / ColumnSurvey.FewestRows, 1, MostBins);
        var edges = new List<double> { Rounded(lowest, step) };
        for (var bin = 1; bin <= bins; bin++)
        {
            var edge = bin == bins ? highest : sorted[(int)((long)bin * sorted.Length / bins)];
            var rounded = Rounded(Math.Clamp(edge, lowest, highest), step);
            if (rounded > edges[^1])
            {
                edges.Add(rounded);
            }
        }

        return edges.Count > 1 ? [.. edges] : [edges[0], edges[0]];
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        // Most columns hold a value many times; then the mean is that value, to the bit.
        if (values[0] == values[^1])
        {
            return values[0];
        }

        var mean = 0.0;
        foreach (var value in values)
        {
            mean += value / values.Length;
        }

        return mean;
    }

    /// <summary>The largest power of ten at or below a size.</summary>
    private static double Step(double size)
    {
        var exponent = int.Parse(size.ToString("E0", CultureInfo.InvariantCulture).AsSpan(2), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return double.Parse(FormattableString.Invariant($"1E{exponent}"), CultureInfo.InvariantCulture);
    }

    /// <summary>A multiple of the step, written with few digits so that it reads well.</summary>
    private static double Rounded(double value, double step)
    {
        var multiple = Math.Round(value / step) * step;
        return double.IsFinite(multiple) && step > 0
            ? double.Parse(multiple.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : value;
    }
}
