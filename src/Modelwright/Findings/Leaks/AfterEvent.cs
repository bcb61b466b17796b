using Modelwright.Core.Data;
using Modelwright.Profile;
using Modelwright.Profile.Relations;

namespace Modelwright.Findings.Leaks;

/// <summary>Columns that come after what is predicted: times later than the time column, and names that speak of an end or an outcome.</summary>
internal sealed class AfterEvent : ILeakCheck
{
    private const double NearlyAll = 0.9;
    private const int FewestRows = 30;

    /// <summary>Power from which on a name is worth a word.</summary>
    private const double SomePower = 0.1;

    private static readonly string[] Words =
    [
        "outcome", "result", "closed", "closing", "resolved", "resolution", "cancelled", "canceled", "cancellation", "terminated", "termination", "churned", "settled", "refund", "refunded",
        "chargeback", "recovered", "recovery", "collection", "discharge", "discharged", "death", "deceased", "final", "paid", "repaid", "after", "post", "subsequent", "followup",
    ];

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(LeakGround ground, IReadOnlySet<string> accused)
    {
        var start = ground.WithRole(ColumnRole.Time).FirstOrDefault(column => column.Whole is TimeColumn);
        foreach (var column in ground.Columns.Where(column => !accused.Contains(column.Name)))
        {
            var later = start is not null && column.Whole is TimeColumn ? Later(start, column) : null;
            if (later is not null)
            {
                yield return later;
            }
            else if (WordOf(column.Name) is { } word && column.Power >= SomePower)
            {
                yield return new(FindingSeverity.Warning, "after_event", column.Name, $"'{column.Name}' speaks of what comes after ('{word}'), and tells {Said.Figure(column.Power)} of '{ground.Target}' alone on a scale from 0 to 1.", Said.Remedy)
                { Measured = new Dictionary<string, double> { ["power"] = column.Power } };
            }
        }
    }

    private static Finding? Later(GroundColumn start, GroundColumn column)
    {
        double[] starts = Binning.Values((TimeColumn)start.Sampled);
        double[] times = Binning.Values((TimeColumn)column.Sampled);
        var (both, later) = (0, 0);
        for (var row = 0; row < times.Length; row++)
        {
            both += double.IsNaN(starts[row]) || double.IsNaN(times[row]) ? 0 : 1;
            later += times[row] > starts[row] ? 1 : 0;
        }

        return both < FewestRows || later < NearlyAll * both ? null : new(
            FindingSeverity.Warning,
            "after_event",
            column.Name,
            $"'{column.Name}' is later than '{start.Name}' in {later} of {both} rows that have both: at that time it was not known.",
            Said.Remedy) { Measured = new Dictionary<string, double> { ["rows"] = both, ["later"] = later } };
    }

    private static string? WordOf(string name)
    {
        var letters = string.Concat(name.Select((letter, place) => char.IsLetter(letter) ? (place > 0 && char.IsUpper(letter) && char.IsLower(name[place - 1]) ? " " : "") + char.ToLowerInvariant(letter) : " "));
        return letters.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => Words.Contains(word, StringComparer.Ordinal));
    }
}
