using Modelwright.Core.Data;
using Modelwright.Profile;
using Modelwright.Profile.Relations;

namespace Modelwright.Findings.Leaks;

/// <summary>Files that are sorted by the target, and numbers that only say where a row stands in such a file.</summary>
internal sealed class RowOrder : ILeakCheck
{
    private const double Sorted = 0.3;
    private const double NearlyAll = 0.95;
    private const int FewestRows = 200;

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(LeakGround ground, IReadOnlySet<string> accused)
    {
        if (ground.Sample.Length < FewestRows)
        {
            yield break;
        }

        var power = ground.PowerOf(Binning.Ordered("", Array.ConvertAll(ground.Sample, row => (double)row)));
        var isSorted = power >= Sorted;
        if (isSorted)
        {
            yield return new(FindingSeverity.Warning, "row_order", null, $"The file is sorted by what is asked: the place of a row in it alone tells {Said.Figure(power)} of '{ground.Target}' on a scale from 0 to 1 (out of fold, {Said.Rows(ground)}).", "Columns that count up with the rows must not be used; if the order is that of time, name the time column with --time.")
            { Measured = new Dictionary<string, double> { ["power"] = power } };
        }

        foreach (var column in ground.WithRole(ColumnRole.Id))
        {
            var bins = column.Whole is NumberColumn ? column.Bins : OrderOf(column);
            if (ground.PowerOf(bins) is var own && own >= Sorted)
            {
                yield return Tells(FindingSeverity.Warning, column, own, ground, "It is an id and is not used to predict; see that no other column is made from it.");
            }
        }

        foreach (var column in ground.Columns.Where(column => isSorted && !accused.Contains(column.Name) && column.Whole is NumberColumn && column.Power >= Sorted && Follows(ground, column)))
        {
            yield return Tells(FindingSeverity.Severe, column, column.Power, ground, "It says where a row stands in this file and nothing of rows to come: give it the role id or ignore.");
        }
    }

    private static Finding Tells(FindingSeverity severity, GroundColumn column, double power, LeakGround ground, string remedy) =>
        new(severity, "id_order", column.Name, $"'{column.Name}' counts the rows, and they are in the order of the target: it tells {Said.Figure(power)} of '{ground.Target}' on a scale from 0 to 1.", remedy)
        { Measured = new Dictionary<string, double> { ["power"] = power } };

    // Nearly all values differ, and they rise or fall from row to row.
    private static bool Follows(LeakGround ground, GroundColumn column)
    {
        var values = Binning.Values((NumberColumn)column.Sampled);
        var (rises, falls) = (0, 0);
        for (var row = 1; row < values.Length; row++)
        {
            rises += values[row] > values[row - 1] ? 1 : 0;
            falls += values[row] < values[row - 1] ? 1 : 0;
        }

        return Math.Max(rises, falls) >= NearlyAll * (ground.Sample.Length - 1);
    }

    // Codes such as C0017 by their digits, others by their letters.
    private static BinnedColumn OrderOf(GroundColumn column)
    {
        var texts = Enumerable.Range(0, column.Sampled.RowCount).Select(row => column.Sampled.Format(row) ?? "").ToArray();
        double[] digits = Array.ConvertAll(texts, text => string.Concat(text.Where(char.IsAsciiDigit).Take(15)) is { Length: > 0 } number ? double.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : double.NaN);
        if (digits.Count(double.IsNaN) * 20 < digits.Length)
        {
            return Binning.Ordered(column.Name, digits);
        }

        int[] order = [.. Enumerable.Range(0, texts.Length)];
        Array.Sort(texts, order, StringComparer.Ordinal);
        var ranks = new double[texts.Length];
        for (var place = 0; place < order.Length; place++)
        {
            ranks[order[place]] = place;
        }

        return Binning.Ordered(column.Name, ranks);
    }
}
