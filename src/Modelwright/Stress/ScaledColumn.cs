using System.Globalization;
using Modelwright.Core.Data;

namespace Modelwright.Stress;

/// <summary>A column of numbers or times, cut where its values are dense, with the words for its parts.</summary>
internal sealed class ScaledColumn
{
    private const double SecondsOfADay = 86_400;

    private readonly bool _isTime;

    private ScaledColumn(double[] values, bool isTime) => (Values, _isTime) = (values, isTime);

    /// <summary>One a row; NaN where there is none. Times are whole seconds since 0001-01-01.</summary>
    public double[] Values { get; }

    /// <summary>The column; null where its values have no order.</summary>
    public static ScaledColumn? Of(Column column) => column switch
    {
        NumberColumn numbers => new(Numbers(numbers), isTime: false),
        TimeColumn times => new(Seconds(times), isTime: true),
        _ => null,
    };

    /// <summary>Where to cut some rows into parts of about the same size; each part has rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="parts">Parts wanted; there are fewer where many rows are equal.</param>
    /// <returns>Values, ascending; numbers of six digits, so that a cut is what its words say.</returns>
    public double[] Cuts(IEnumerable<int> rows, int parts)
    {
        double[] sorted = [.. rows.Select(row => Values[row]).Where(double.IsFinite).Order()];
        return [.. Enumerable.Range(1, parts - 1)
            .Where(_ => sorted.Length > 0)
            .Select(part => Rounded(sorted[Math.Max(0, (int)((long)sorted.Length * part / parts) - 1)]))
            .Where(cut => cut >= sorted[0] && cut < sorted[^1])
            .Distinct()
            .Order()];
    }

    /// <summary>Rows above one value and up to another, in words.</summary>
    /// <param name="above">Negative infinity for no such bound.</param>
    /// <param name="upTo">Infinity for no such bound.</param>
    public string Between(double above, double upTo)
    {
        var after = _isTime ? "after" : "above";
        return double.IsNegativeInfinity(above) ? $"up to {Say(upTo)}"
            : double.IsPositiveInfinity(upTo) ? $"{after} {Say(above)}"
            : $"{after} {Say(above)} up to {Say(upTo)}";
    }

    /// <summary>A value as a person writes it.</summary>
    public string Say(double value) => _isTime
        ? new DateTime((long)value * TimeSpan.TicksPerSecond, DateTimeKind.Unspecified).ToString(value % SecondsOfADay == 0 ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
        : value.ToString(CultureInfo.InvariantCulture);

    private static double[] Numbers(NumberColumn column)
    {
        var values = new double[column.RowCount];
        column.Values.CopyTo(values);
        return values;
    }

    private static double[] Seconds(TimeColumn column)
    {
        var ticks = new long[column.RowCount];
        column.Values.CopyTo(ticks);
        return Array.ConvertAll(ticks, tick => tick == TimeColumn.Missing ? double.NaN : (double)(tick / TimeSpan.TicksPerSecond));
    }

    private double Rounded(double value) => _isTime ? value : double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
