using Modelwright.Core.Data;

namespace Modelwright.Stress.Privacy;

/// <summary>
/// Whether training rows and new ones come from different places. Where they do, an opponent may tell them apart without the model, and
/// so may membership inference: its figure is then partly that difference.
/// </summary>
internal static class FileDifference
{
    /// <summary>The chance of telling two rows by one column that counts as a difference, beside 0.5.</summary>
    private const double Least = 0.05;

    /// <summary>Standard errors beyond that, as many columns are looked at.</summary>
    private const double Errors = 3;

    /// <summary>The column that tells them apart best; null where none does beyond chance.</summary>
    /// <param name="training">Training rows.</param>
    /// <param name="others">New rows.</param>
    /// <param name="columns">The columns to look at: features and target.</param>
    /// <param name="cancellation">Looked at before each column.</param>
    public static string? In(Table training, Table others, IReadOnlyList<string> columns, CancellationToken cancellation)
    {
        string? worst = null;
        var most = 0.0;
        foreach (var name in columns)
        {
            cancellation.ThrowIfCancellationRequested();
            var found = MemberRanking.Estimate(Values(training[name], others[name]), training.RowCount, groups: null);
            var away = Math.Abs(found.Value - 0.5);
            if (away - (Errors * found.StandardError) > Least && away > most)
            {
                (worst, most) = (name, away);
            }
        }

        return worst;
    }

    private static double[] Values(Column training, Column others) => (training, others) switch
    {
        (NumberColumn one, NumberColumn other) => [.. Numbers(one), .. Numbers(other)],
        (TimeColumn one, TimeColumn other) => [.. Ticks(one), .. Ticks(other)],
        _ => Shares(training, others),
    };

    private static IEnumerable<double> Numbers(NumberColumn column) =>
        Enumerable.Range(0, column.RowCount).Select(row => column.IsMissing(row) ? double.MinValue : Math.Clamp(column.Values.At(row), double.MinValue, double.MaxValue));

    private static IEnumerable<double> Ticks(TimeColumn column) => Enumerable.Range(0, column.RowCount).Select(row => (double)column.Values.At(row));

    /// <summary>How common the value of each row is among all: a level that one of the files has more of stands apart by it.</summary>
    private static double[] Shares(Column training, Column others)
    {
        string[] texts = [.. Texts(training), .. Texts(others)];
        var counts = texts.CountBy(text => text, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return Array.ConvertAll(texts, text => (double)counts[text]);
    }

    private static IEnumerable<string> Texts(Column column) => Enumerable.Range(0, column.RowCount).Select(row => column.Format(row) is { } text ? $"={text}" : "");
}
