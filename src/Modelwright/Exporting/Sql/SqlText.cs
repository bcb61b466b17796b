using System.Globalization;
using Modelwright.Sources.Duck;

namespace Modelwright.Exporting.Sql;

/// <summary>Names and values as SQL of DuckDB and of PostgreSQL alike has them.</summary>
internal static class SqlText
{
    /// <summary>The missing number.</summary>
    internal const string Null = "CAST(NULL AS float8)";

    /// <summary>A name in quotes.</summary>
    internal static string Name(string name) => DuckSession.Identifier(name);

    /// <summary>A text in quotes.</summary>
    internal static string Text(string text) => DuckSession.Literal(text);

    /// <summary>A number, exact; with an exponent, so that it is taken for a double; NaN is NULL.</summary>
    internal static string Number(double number) =>
        double.IsNaN(number) ? Null
        : double.IsInfinity(number) ? $"CAST('{(number > 0 ? "Infinity" : "-Infinity")}' AS float8)"
        : number < 0 ? $"({Digits(number)})"
        : Digits(number);

    private static string Digits(double number)
    {
        var digits = number.ToString("R", CultureInfo.InvariantCulture);
        return digits.Contains('E', StringComparison.Ordinal) ? digits : $"{digits}e0";
    }
}
