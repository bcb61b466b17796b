using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Cli.Options;

/// <summary>Reads lengths of time as people write them: "90s", "5m", "1.5h".</summary>
internal static class Durations
{
    private static readonly (string Unit, double Seconds)[] Units = [("ms", 0.001), ("s", 1), ("m", 60), ("min", 60), ("h", 3600), ("d", 86_400)];

    private const double Least = 1;
    private const double Most = 365 * 86_400.0;

    /// <summary>Reads a length of time from a second to a year.</summary>
    /// <param name="text">A number and a unit.</param>
    /// <param name="option">The option it was given for, named in the error.</param>
    /// <exception cref="OptionsException">It is not one; the text shows how to write it.</exception>
    public static TimeSpan Parse(string text, string option)
    {
        var (number, unit) = Quantity.Split(text);
        var known = Array.Find(Units, known => known.Unit == unit);
        var isSound = known.Unit is not null
            && double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
        var seconds = isSound ? double.Parse(number, CultureInfo.InvariantCulture) * known.Seconds : 0;
        return seconds is >= Least and <= Most
            ? TimeSpan.FromSeconds(seconds)
            : throw new OptionsException($"{option} must be a length of time from 1 s to 365 days. Got '{text}'. Write a number and a unit: 90s, 5m, 1.5h.");
    }
}
