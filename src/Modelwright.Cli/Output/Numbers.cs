using System.Globalization;

namespace Modelwright.Cli.Output;

/// <summary>Numbers as people read them; documents for machines keep every digit.</summary>
internal static class Numbers
{
    /// <summary>A value with four significant digits.</summary>
    public static string Short(double value) => value.ToString(Math.Abs(value) is >= 1000 and < 1e15 ? "#,0" : "G4", CultureInfo.InvariantCulture);

    /// <summary>A count with commas.</summary>
    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A share as a percentage.</summary>
    public static string Percent(double share) => share switch
    {
        0 => "0 %",
        < 0.001 => "< 0.1 %",
        _ => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#} %"),
    };

    /// <summary>A length of time in the unit that suits it.</summary>
    public static string Seconds(double seconds) => seconds switch
    {
        < 9.95 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s"),
        < 120 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0.#} min"),
    };
}
