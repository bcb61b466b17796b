using System.Globalization;

namespace Modelwright.Profile.Meanings;

/// <summary>Finds columns in which nearly all rows have one value.</summary>
internal static class NearConstant
{
    private const double LeastShare = 0.99;
    private const int FewestRows = 100;

    internal static GuessFinding? Of(TextFacts facts) => facts.Distinct < 2 || facts.Looked < FewestRows
        ? null
        : Finding(facts.Levels[0].Value, facts.Levels[0].Count, facts.Looked);

    internal static GuessFinding? Of(NumberFacts facts)
    {
        if (facts.Minimum == facts.Maximum || facts.Sorted.Length < FewestRows)
        {
            return null;
        }

        // A value of nearly all rows is the median.
        var sorted = facts.Sorted.AsSpan();
        var median = sorted[sorted.Length / 2];
        var start = Bound(sorted, value => value >= median);
        var end = Bound(sorted, value => value > median);
        return Finding(median.ToString("R", CultureInfo.InvariantCulture), end - start, sorted.Length);
    }

    private static GuessFinding? Finding(string value, long count, long seen)
    {
        var share = count / (double)seen;
        return share < LeastShare ? null : new(
            FindingSeverity.Note,
            "near_constant",
            string.Create(CultureInfo.InvariantCulture, $"is '{Sources.FaultList.Show(value)}' in {share * 100:0.##} % of its {seen} values."),
            "It tells something of the few other rows only; see whether it is worth its place.");
    }

    // The first position from which on a condition holds.
    private static int Bound(ReadOnlySpan<double> sorted, Func<double, bool> holds)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(sorted[middle]) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
