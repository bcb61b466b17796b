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

    /// <summary>Other readings that the column allows.</summary>
    internal static IEnumerable<string> Others(NotationChoice choice, UnitChoice units)
    {
        if (choice.IsDoubtful)
        {
            yield return choice.Notation.DecimalSeparator == '.' ? "numbers with a decimal comma" : "numbers with a decimal point";
        }

        if (units.HasFractions)
        {
            yield return "numbers in %, those without the sign too";
        }
    }

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

        if (units.HasFractions)
        {
            yield return new(FindingSeverity.Warning, "mixed_shares", $"holds shares in percent and as fractions of 1: {Listed(units)}. Percents are divided by 100: 12 % is 0.12.", "If numbers without a sign are percents too, write the sign behind them.");
        }
        else if (units.Unit is { } unit && units.Counts.Count > 1)
        {
            var remedy = units.Counts.Any(level => level.Value.Length == 0) ? $"Numbers without a unit are taken to be in {unit} too; see whether they are." : "Nothing has to be done.";
            yield return new(FindingSeverity.Note, "units", $"holds numbers in several units: {Listed(units)}. They are turned into {unit}.", remedy);
        }
    }

    private static string Listed(UnitChoice units) =>
        string.Join(", ", units.Counts.Select(level => $"{(level.Value.Length == 0 ? "none" : $"'{FaultList.Show(level.Value)}'")} ({level.Count})"));

    private static string Telling(long values) => values switch
    {
        0 => "nothing tells",
        1 => "only one value tells",
        _ => string.Create(CultureInfo.InvariantCulture, $"only {values} values tell"),
    };

    private static string Factors(IReadOnlyList<NumberSuffix> suffixes) =>
        "where " + string.Join(", ", suffixes.Select(suffix => string.Create(CultureInfo.InvariantCulture, $"{suffix.Text} multiplies by {suffix.Factor:#,##0.############}")));
}
