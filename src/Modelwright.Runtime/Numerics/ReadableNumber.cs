using System.Globalization;

namespace Modelwright.Runtime.Numerics;

/// <summary>Numbers in a text for a person: rounded, in invariant culture.</summary>
internal static class ReadableNumber
{
    /// <summary>Digits that a number is shown with at least; a whole part is shown in full.</summary>
    private const int Digits = 5;

    /// <summary>A number of five digits: "2,100", "0.51234", "1.2E-09".</summary>
    internal static string Of(double value)
    {
        var size = Math.Abs(value);
        if (size is not 0 and (< 1e-4 or >= 1e12))
        {
            return value.ToString("G3", CultureInfo.InvariantCulture);
        }

        var decimals = Digits;
        for (var limit = 1.0; limit <= size && decimals > 0; limit *= 10)
        {
            decimals--;
        }

        for (var limit = 0.1; size != 0 && limit > size; limit /= 10)
        {
            decimals++;
        }

        return value.ToString("#,0." + new string('#', decimals), CultureInfo.InvariantCulture);
    }

    /// <summary>A number with its sign, as it is added: "+0.5", "-2".</summary>
    internal static string Signed(double value) => value < 0 ? Of(value) : $"+{Of(value)}";

    /// <summary>A number as it is added behind another one: "+ 0.5", "- 2".</summary>
    internal static string Apart(double value) => value < 0 ? $"- {Of(-value)}" : $"+ {Of(value)}";
}
