using System.Globalization;

namespace Modelwright.Reports;

/// <summary>Numbers as people read them; documents for machines keep every digit.</summary>
public static class Numbers
{
    private const int AsItComes = -1;
    private const double Nothing = 1e-12;

    /// <summary>How many decimals show about four digits of a value; figures from 0.01 to 10 have four, so that most columns line up.</summary>
    public static int Places(double value) => Math.Abs(value) switch
    {
        >= 1e15 => AsItComes,
        >= 1000 => 0,
        >= 100 => 1,
        >= 10 => 2,
        >= 0.01 or < Nothing => 4,
        >= 0.0001 => 6,
        double.NaN => 4,
        _ => AsItComes,
    };

    /// <summary>A value with so many decimals, as <see cref="Places"/> gave them.</summary>
    public static string Fixed(double value, int places) => places == AsItComes
        ? Short(value)
        : value.ToString(places == 0 ? "#,0" : $"#,0.{new string('0', places)}", CultureInfo.InvariantCulture);

    /// <summary>Adds spaces behind numbers, so that their points stand in one line in a column that is aligned to the right.</summary>
    public static IReadOnlyList<string> LineUp(IReadOnlyList<string> numbers)
    {
        static int Behind(string number) => number.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? number.Length - point : 0;
        var most = numbers.Select(Behind).DefaultIfEmpty().Max();
        return [.. numbers.Select(number => number + new string(' ', most - Behind(number)))];
    }

    /// <summary>A value with four significant digits.</summary>
    public static string Short(double value) => value.ToString(Math.Abs(value) is >= 1000 and < 1e15 ? "#,0" : "G4", CultureInfo.InvariantCulture);

    /// <summary>A value with three significant digits, for where there is little room; whole numbers stay whole.</summary>
    public static string Brief(double value) => Math.Abs(value) is >= 1000 and < 1e15 || (double.IsInteger(value) && Math.Abs(value) < 1e15)
        ? value.ToString("#,0", CultureInfo.InvariantCulture)
        : value.ToString("G3", CultureInfo.InvariantCulture);

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
