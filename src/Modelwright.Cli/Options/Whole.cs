using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Cli.Options;

/// <summary>Reads whole numbers.</summary>
internal static class Whole
{
    /// <summary>Reads a whole number of a range.</summary>
    /// <param name="text">Digits, with a minus sign where the range allows.</param>
    /// <param name="option">The option it was given for, named in the error.</param>
    /// <param name="minimum">The smallest value allowed.</param>
    /// <param name="maximum">The largest value allowed.</param>
    /// <exception cref="OptionsException">It is not one, or out of range.</exception>
    public static int Parse(string text, string option, int minimum, int maximum = int.MaxValue) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum
            ? value
            : throw new OptionsException($"{option} must be a whole number from {minimum.ToString(CultureInfo.InvariantCulture)} to {maximum.ToString(CultureInfo.InvariantCulture)}. Got '{text}'. Write it in digits alone.");
}
