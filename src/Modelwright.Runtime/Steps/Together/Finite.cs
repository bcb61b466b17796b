namespace Modelwright.Runtime.Steps.Together;

/// <summary>Keeps infinity out of what is reckoned from other columns.</summary>
internal static class Finite
{
    /// <summary>The number, or missing where it is infinite.</summary>
    internal static double OrMissing(double value) => double.IsFinite(value) ? value : double.NaN;
}
