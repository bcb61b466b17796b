using System.Globalization;
using Modelwright.Core.Data;

namespace Modelwright.Runtime.Forms.Anomalies.Verdict;

/// <summary>Says in words which columns made a row strange, and what is usual there.</summary>
internal static class VerdictText
{
    private const int MostColumns = 3;
    private const int MostLetters = 60;

    /// <summary>A column that made less of the strangeness than this is not named; one whose value is usual by itself must have made more.</summary>
    private const double LeastShare = 0.12;
    private const double LeastShareOfUsual = 0.25;

    /// <summary>The text of one row.</summary>
    /// <param name="usual">What is usual, a column each.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="row">0-based row.</param>
    /// <param name="strangeness">How much each column made it strange.</param>
    internal static string Of(IReadOnlyList<UsualValues> usual, Table rows, int row, ReadOnlySpan<double> strangeness)
    {
        var (total, values) = (0.0, strangeness.ToArray());
        foreach (var value in values)
        {
            total += value;
        }

        if (!(total > 0))
        {
            return "unlike the others as a whole";
        }

        int[] order = [.. Enumerable.Range(0, values.Length)];
        Array.Sort(order, (one, other) => values[other].CompareTo(values[one]) is not 0 and var by ? by : one - other);
        var named = order.Take(MostColumns).Where((place, rank) => rank == 0 || values[place] >= total * (IsUsual(usual[place], rows[usual[place].Column], row) ? LeastShareOfUsual : LeastShare));
        return string.Join("; ", named.Select(place => Say(usual[place], rows[usual[place].Column], row)));
    }

    private static string Say(UsualValues usual, Column column, int row)
    {
        var what = $"{usual.Column} {(column.IsMissing(row) ? "missing" : Cell(column, row))}";
        var often = column switch
        {
            NumberColumn when double.IsFinite(usual.Low) => $"usual {Number(usual.Low)} to {Number(usual.High)}",
            TimeColumn when double.IsFinite(usual.Low) => $"usual {Day(usual.Low)} to {Day(usual.High)}",
            _ when usual.Frequent.Count > 0 => $"usual {string.Join(", ", usual.Frequent.Select(Short))}",
            _ => "",
        };

        // A value that is usual by itself is strange beside the others of its row.
        return IsUsual(usual, column, row) ? $"{what} (beside the others)" : often.Length > 0 ? $"{what} ({often})" : what;
    }

    private static bool IsUsual(UsualValues usual, Column column, int row) => !column.IsMissing(row) && column switch
    {
        NumberColumn numbers => numbers.Values.At(row) is var value && value >= usual.Low && value <= usual.High,
        TimeColumn times => times.Values.At(row) / (double)TimeSpan.TicksPerDay is var days && days >= usual.Low && days <= usual.High,
        _ => usual.Frequent.Contains(column.Format(row) ?? ""),
    };

    private static string Cell(Column column, int row) => column is NumberColumn numbers ? Number(numbers.Values.At(row)) : Short(column.Format(row) ?? "");

    internal static string Number(double value) => Math.Abs(value) is >= 1000 and < 1e15
        ? value.ToString("#,0", CultureInfo.InvariantCulture)
        : value.ToString("G4", CultureInfo.InvariantCulture);

    private static string Day(double days) => new DateTime((long)(Math.Clamp(days, 0, 3_652_058) * TimeSpan.TicksPerDay), DateTimeKind.Utc).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Short(string text) => text.Length <= MostLetters ? text : string.Concat(text.AsSpan(0, MostLetters), "…");
}
