using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Cli.Options;

/// <summary>Reads how long one answer may take, as people write it: "50us", "2ms".</summary>
internal static class Latencies
{
    private static readonly (string Unit, double Microseconds)[] Units = [("us", 1), ("µs", 1), ("μs", 1), ("ms", 1e3), ("s", 1e6)];

    private const double Least = 1;
    private const double Most = 3600e6;

    /// <summary>Reads a time from a microsecond to an hour.</summary>
    /// <param name="text">A number and a unit.</param>
    /// <param name="option">The option it was given for, named in the error.</param>
    /// <exception cref="OptionsException">It is not one; the text shows how to write it.</exception>
    public static TimeSpan Parse(string text, string option)
    {
        var (number, unit) = Quantity.Split(text);
        var known = Array.Find(Units, known => known.Unit == unit);
        var value = 0.0;
        var isSound = known.Unit is not null && double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
        var microseconds = isSound ? value * known.Microseconds : 0;
        return microseconds is >= Least and <= Most
            ? TimeSpan.FromMicroseconds(microseconds)
            : throw new OptionsException($"{option} must be the time of one answer, from 1 us to 3600 s. Got '{text}'. Write a number and a unit: 50us, 2ms, 1s.");
    }
}
