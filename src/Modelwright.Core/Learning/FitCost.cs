namespace Modelwright.Core.Learning;

/// <summary>What a fit is expected to cost.</summary>
/// <param name="Seconds">Wall-clock seconds on one thread of a common server core; right to a factor of 3.</param>
/// <param name="Bytes">Peak memory beyond the input.</param>
public sealed record FitCost(double Seconds, long Bytes)
{
    /// <summary>Wall-clock seconds on one thread that answering one row takes; 0 where it is too little to count beside the fit. Right to a factor of 3.</summary>
    public double RowSeconds { get; init; }

    /// <summary>
    /// Wall-clock seconds on one thread before a fit has anything to answer with, such as its first round: one that is given
    /// less takes as long all the same. 0 (the default) where it can end at any time. Right to a factor of 3.
    /// </summary>
    public double LeastSeconds { get; init; }
}
