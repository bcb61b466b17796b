using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Cli.Options;

/// <summary>Reads shares of a whole.</summary>
internal static class Share
{
    /// <summary>Reads a number between two ends.</summary>
    /// <param name="text">A number with a decimal point.</param>
    /// <param name="option">The option it was given for, named in the error.</param>
    /// <param name="minimum">The smallest value allowed.</param>
    /// <param name="maximum">The largest value allowed.</param>
    /// <exception cref="OptionsException">It is not one, or out of range.</exception>
    public static double Parse(string text, string option, double minimum, double maximum) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum
            ? value
            : throw new OptionsException(FormattableString.Invariant($"{option} must be a number from {minimum} to {maximum}. Got '{text}'. Write it with a decimal point, such as 0.9."));
}
