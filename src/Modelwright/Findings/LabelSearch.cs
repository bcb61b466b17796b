using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Findings.Inner;
using Modelwright.Findings.Labels;
using Modelwright.Profile;
using Modelwright.Profile.Relations;
using Modelwright.Validation;

namespace Modelwright.Findings;

/// <summary>Looks for rows whose target is wrong: those that models which have not seen them contradict with confidence.</summary>
public static class LabelSearch
{
    /// <summary>Rows that are listed at most, the most doubtful first.</summary>
    public const int MostRows = 100;

    private const int FewestRows = 100;
    private const int MostSampled = 20_000;
    private const int MostColumns = 40;
    private const int MostClasses = 30;
    private const int Folds = 5;
    private const int Rounds = 60;

    /// <summary>Looks for wrong targets in a table as a source gave it, by a small boosted model of its own.</summary>
    /// <param name="raw">The rows.</param>
    /// <param name="profile">What <see cref="Profiler"/> found in them, with the target.</param>
    /// <param name="seed">Chance of folds, and of the sample above 20,000 rows.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    /// <returns>At most <see cref="MostRows"/> rows; none without a target, with fewer than 100 rows, or with more than 30 classes.</returns>
    public static IReadOnlyList<SuspectRow> Inspect(Table raw, DataProfile profile, int seed = 0, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(raw);
        ArgumentNullException.ThrowIfNull(profile);
        if (LeakSearch.Labelled(raw, profile) is not var (rows, known) || rows.Table.RowCount < FewestRows)
        {
            return [];
        }

        int[] sample = RowSample.Draw(known.Length, Math.Min(known.Length, MostSampled), Seeds.Mix(seed, -6));
        var some = sample.Length == known.Length ? rows : rows.Take(sample);
        var outcome = Outcome.Of(rows.Task, some.Target!);
        if (outcome.ClassCount > MostClasses)
        {
            return [];
        }

        var ground = LeakGround.Draw(some, seed, cancellation);
        BinnedColumn[] columns = [.. ground.Columns.OrderByDescending(column => column.Power).Take(MostColumns).Select(column => Binning.Of(column.Whole))];
        var random = new Random(Seeds.Mix(seed, -7));
        byte[] folds = [.. sample.Select(_ => (byte)random.Next(Folds))];
        var answers = BoostedBins.OutOfFold(columns, outcome, folds, Rounds, cancellation);
        return In(some.Target!, outcome.IsClasses ? answers : Unranked(answers, (NumberColumn)some.Target!), place => known[sample[place]]);
    }

    /// <summary>The doubted among rows that were answered by models that have not seen them.</summary>
    /// <param name="target">Their target.</param>
    /// <param name="answers">Probabilities [rows x classes], or numbers [rows].</param>
    /// <param name="rowOf">The row of the table for a place among them.</param>
    internal static IReadOnlyList<SuspectRow> In(Column target, double[] answers, Func<int, int> rowOf)
    {
        if (target is CategoryColumn classes && answers.Length > target.RowCount)
        {
            var given = new int[classes.RowCount];
            classes.Codes.CopyTo(given);
            return [.. ClassDoubts.Of(answers, given, classes.Levels.Count, MostRows).Select(doubt => new SuspectRow(rowOf(doubt.Place), classes.Levels[given[doubt.Place]], classes.Levels[doubt.Suggested], Math.Round(doubt.Doubt, 4)))];
        }

        return target is NumberColumn numbers
            ? [.. NumberDoubts.Of(answers, Binning.Values(numbers), MostRows).Select(doubt => new SuspectRow(rowOf(doubt.Place), numbers.Format(doubt.Place)!, answers[doubt.Place].ToString("G4", CultureInfo.InvariantCulture), Math.Round(doubt.Doubt, 2)))]
            : [];
    }

    // The number that stands at a rank among all.
    private static double[] Unranked(double[] ranks, NumberColumn target)
    {
        double[] sorted = Binning.Values(target);
        Array.Sort(sorted);
        return Array.ConvertAll(ranks, rank => sorted[Math.Clamp((int)(rank * sorted.Length), 0, sorted.Length - 1)]);
    }
}
