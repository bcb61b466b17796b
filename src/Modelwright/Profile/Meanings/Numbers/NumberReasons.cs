using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Sources;

namespace Modelwright.Profile.Meanings.Numbers;

/// <summary>In words, how the numbers of a column are written and what is doubtful about it.</summary>
internal static class NumberReasons
{
    internal static string Of(ColumnSpec spec, string andMore)
    {
        string[] parts =
        [
            .. spec.NumberDecorations.Count > 0 ? ["with signs around them"] : Array.Empty<string>(),
            .. spec.Notation.DecimalSeparator == ',' ? ["with a decimal comma"] : Array.Empty<string>(),
            .. spec.Unit is { } unit ? [$"in {unit}"] : Array.Empty<string>(),
            .. spec.Unit is null && spec.Notation.Suffixes.Count > 0 ? [Factors(spec.Notation.Suffixes)] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? "numbers" + andMore : $"numbers {string.Join(", ", parts)}{andMore}";
    }

    internal static string Other(NotationChoice choice) => choice.Notation.DecimalSeparator == '.' ? "numbers with a decimal comma" : "numbers with a decimal point";

    internal static IEnumerable<GuessFinding> Findings(NotationChoice choice, UnitChoice units, IReadOnlyList<string> signs)
    {
        if (choice is { IsDoubtful: true, Unclear: { } unclear })
        {
            var mark = unclear.Contains(',', StringComparison.Ordinal) ? ',' : '.';
            var reading = choice.Notation.DecimalSeparator == mark ? "stands before decimals" : "separates thousands";
            yield return new(
                FindingSeverity.Warning,
                "ambiguous_number",
                $"holds numbers such as {unclear}, and {Telling(choice.Decisive)} whether the {(mark == ',' ? "comma" : "point")} separates thousands or stands before decimals; it is read as if it {reading}.",
                "Write the numbers as programs do: a point before decimals, nothing between thousands.");
        }

        string[] currencies = Signs.Currencies(signs);
        if (currencies.Length > 1)
        {
            yield return new(FindingSeverity.Warning, "mixed_units", $"holds amounts in {currencies.Length} currencies: {string.Join(", ", currencies)}; they are read as if they were one.", "Turn them into one currency, or put the currency into a column of its own.");
        }

        if (units.Unit is { } unit && units.Counts.Count > 1)
        {
            var listed = string.Join(", ", units.Counts.Select(level => $"{(level.Value.Length == 0 ? "none" : $"'{FaultList.Show(level.Value)}'")} ({level.Count})"));
            yield return new(FindingSeverity.Note, "units", $"holds numbers in several units: {listed}. They are turned into {unit}.", "Nothing has to be done where numbers without a unit are in that one too.");
        }
    }

    private static string Telling(long values) => values switch
    {
        0 => "nothing tells",
        1 => "only one value tells",
        _ => string.Create(CultureInfo.InvariantCulture, $"only {values} values tell"),
    };

    private static string Factors(IReadOnlyList<NumberSuffix> suffixes) =>
        "where " + string.Join(", ", suffixes.Select(suffix => string.Create(CultureInfo.InvariantCulture, $"{suffix.Text} multiplies by {suffix.Factor:#,##0.############}")));
}
