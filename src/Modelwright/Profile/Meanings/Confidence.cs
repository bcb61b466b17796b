namespace Modelwright.Profile.Meanings;

/// <summary>How sure a meaning is, by simple counting.</summary>
internal static class Confidence
{
    /// <summary>
    /// The expected share of further values that agree: (agreeing + 1/2) / (seen + 1), divided by the number of readings that
    /// take as many values and mean something else. So it grows with the values seen, and is never 1.
    /// </summary>
    /// <param name="agreeing">Values that the reading takes.</param>
    /// <param name="seen">Values looked at.</param>
    /// <param name="readings">Readings that are as good, this one included.</param>
    /// <remarks>Source: Krichevsky and Trofimov 1981, the estimate of a share under the Jeffreys prior.</remarks>
    internal static double Of(long agreeing, long seen, int readings = 1) => (agreeing + 0.5) / (seen + 1.0) / readings;
}
