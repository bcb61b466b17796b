using System.Globalization;

namespace Modelwright.Findings.Leaks;

/// <summary>Numbers as findings write them.</summary>
internal static class Said
{
    /// <summary>What to do about a column that knows the target.</summary>
    public const string Remedy = "If it is known only once the outcome is, leave it out: --ignore, or --leaks drop.";

    /// <summary>A share as percent.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#} %");

    /// <summary>A figure from 0 to 1, with two decimals, never rounded up to 1.</summary>
    public static string Figure(double value) => string.Create(CultureInfo.InvariantCulture, $"{(value is > 0.995 and < 1 ? Math.Floor(value * 10_000) / 10_000 : value):0.00##}");

    /// <summary>The rows looked at, in words.</summary>
    public static string Rows(LeakGround ground) => ground.IsWhole
        ? $"all {ground.Sample.Length} rows"
        : $"{ground.Sample.Length} of {ground.Rows.Table.RowCount} rows, drawn at random";
}
