using System.Buffers;

namespace Modelwright.Runtime.Forms.Anomalies.Blend;

/// <summary>
/// The weighted mean over the members that are most surprised by a row, of all weight a share: what one kind of detector alone can see is not drowned by those that cannot.
/// </summary>
/// <remarks>An ordered weighted average (Yager 1988), between the mean and the maximum that Aggarwal &amp; Sathe 2015 compare ("Theoretical foundations and algorithms for outlier ensembles").</remarks>
internal static class ForemostMean
{
    private const int MostOnStack = 64;

    /// <summary>The mean.</summary>
    /// <param name="surprises">One a member.</param>
    /// <param name="weights">One a member, 0 or more, of sum 1.</param>
    /// <param name="foremost">The share of the weight, above 0 and at most 1; 1 is the weighted mean of all.</param>
    /// <param name="parts">One a member, filled with what it gave to the mean; empty where nobody asks.</param>
    public static double Of(ReadOnlySpan<double> surprises, ReadOnlySpan<double> weights, double foremost, Span<double> parts = default)
    {
        var cut = foremost < 1 ? Cut(surprises, weights, foremost) : double.NegativeInfinity;
        var (above, at) = (0.0, 0.0);
        for (var member = 0; member < surprises.Length; member++)
        {
            above += surprises[member] > cut ? weights[member] : 0;
            at += surprises[member] == cut ? weights[member] : 0;
        }

        // Members at the cut share what is left of the weight, so that the sum does not hang on the order in which they were sorted.
        var (share, sum) = (at > 0 ? Math.Clamp((foremost - above) / at, 0, 1) : 0, 0.0);
        for (var member = 0; member < surprises.Length; member++)
        {
            var part = weights[member] * surprises[member] * (surprises[member] > cut ? 1 : surprises[member] == cut ? share : 0) / foremost;
            sum += part;
            if (!parts.IsEmpty)
            {
                parts[member] = part;
            }
        }

        return sum;
    }

    /// <summary>The surprise at which so much of the weight is reached from above.</summary>
    private static double Cut(ReadOnlySpan<double> surprises, ReadOnlySpan<double> weights, double foremost)
    {
        var rented = surprises.Length > MostOnStack ? ArrayPool<double>.Shared.Rent(2 * surprises.Length) : null;
        var room = rented is null ? stackalloc double[2 * MostOnStack] : rented.AsSpan();
        var keys = room[..surprises.Length];
        var own = room.Slice(surprises.Length, surprises.Length);
        surprises.CopyTo(keys);
        weights.CopyTo(own);
        keys.Sort(own);
        var (place, reached) = (keys.Length - 1, own[^1]);
        while (place > 0 && reached < foremost)
        {
            reached += own[--place];
        }

        var cut = keys[place];
        if (rented is not null)
        {
            ArrayPool<double>.Shared.Return(rented);
        }

        return cut;
    }
}
