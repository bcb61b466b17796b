using Modelwright.Core.Data;

namespace Modelwright.Tasks.Anomalies.Streams;

/// <summary>Whether rows are plainly readings in time, so that a person learns of the option that reads them so.</summary>
internal static class TimeOrder
{
    private const int FewestRows = 50;
    private const int FewestSteps = 20;
    private const double Near = 0.1;
    private const double MostIrregular = 0.1;

    /// <summary>A sentence for the first column of times by which the rows are in order, at nearly regular intervals; none where there is no such column.</summary>
    public static IEnumerable<string> Notes(Table rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (var column in rows.Columns.OfType<TimeColumn>())
        {
            if (rows.RowCount >= FewestRows && IsRegular(column, out var hasTies))
            {
                return [$"The rows are in order of '{column.Name}', at nearly regular times. To judge each reading by those before it, name that column with --time{(hasTies ? ", and the one that tells series apart with --series" : "")}."];
            }
        }

        return [];
    }

    private static bool IsRegular(TimeColumn column, out bool hasTies)
    {
        var times = new long[column.RowCount];
        column.Values.CopyTo(times);
        hasTies = false;
        var steps = new List<long>();
        for (var row = 1; row < times.Length; row++)
        {
            if (times[row - 1] == TimeColumn.Missing || times[row] < times[row - 1])
            {
                return false;
            }

            hasTies |= times[row] == times[row - 1];
            if (times[row] > times[row - 1])
            {
                steps.Add(times[row] - times[row - 1]);
            }
        }

        if (steps.Count < FewestSteps)
        {
            return false;
        }

        var usual = steps.Order().ElementAt(steps.Count / 2);
        return steps.Count(step => Math.Abs(step - usual) > Near * usual) <= MostIrregular * steps.Count;
    }
}
