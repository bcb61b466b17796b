using Modelwright.Core.Data;
using Modelwright.Measures;
using Modelwright.Measures.Intervals;
using Modelwright.Stress.Attacks.Rows;
using Modelwright.Stress.Attacks.Threats;

namespace Modelwright.Stress.Attacks;

/// <summary>Sums up what became of rows.</summary>
internal sealed class AttackTally(AttackTarget target, IReadOnlyList<IAttack> attacks, IReadOnlyList<RowFate> fates)
{
    private const int MostExamples = 10;

    // A budget of 0.3 is meant to be kept by what costs 0.1 three times.
    private const double Rounding = 1e-9;

    private readonly Threat _threat = target.Threat;

    /// <summary>The report.</summary>
    /// <param name="notRun">What was not run.</param>
    /// <param name="cancellation">Asks to end.</param>
    public AttackReport Report(IReadOnlyList<string> notRun, CancellationToken cancellation)
    {
        double[] bounds = [.. fates.Select(fate => fate.Lower).Where(bound => !double.IsNaN(bound))];
        (double Share, double Lower, double Upper)? certified = bounds.Length == 0 ? null : Share(bounds, bound => !IsWithin(bound));
        return new()
        {
            Threat = _threat,
            Amount = target.Calm is NumberAnswers ? target.Amount : null,
            All = Score("all", "evasion", [.. fates.Select(fate => fate.Cost)]),
            Attacks = [.. attacks.Select((attack, place) => Score(attack.Info.Name, attack.Info.Taxonomy, [.. fates.Select(fate => fate.Costs[place]).Where(cost => !double.IsNaN(cost))])).Where(score => score.Rows > 0)],
            Columns = Columns(),
            Certified = certified?.Share,
            CertifiedLower = certified?.Lower,
            CertifiedUpper = certified?.Upper,
            CertifiedCost = bounds.Length == 0 ? null : Median(bounds),
            Examples = [.. Flipped().OrderBy(fate => fate.Cost).ThenBy(fate => fate.Row).Take(MostExamples).Select(fate => Example(fate, cancellation))],
            NotRun = notRun,
        };
    }

    private bool IsWithin(double cost) => cost <= _threat.Budget * (1 + Rounding);

    private IEnumerable<RowFate> Flipped() => fates.Where(fate => fate.After is not null && IsWithin(fate.Cost));

    private AttackScore Score(string name, string taxonomy, double[] costs)
    {
        var (share, lower, upper) = Share(costs, IsWithin);
        return new(name, taxonomy, costs.Length, share, lower, upper, Median(costs) is var median && double.IsFinite(median) ? median : null);
    }

    private static (double Share, double Lower, double Upper) Share(double[] costs, Func<double, bool> counts)
    {
        var rows = costs.Length;
        var share = rows == 0 ? 0 : costs.Count(counts) / (double)rows;
        var (lower, upper) = IntervalEnds.Of(IntervalScale.Share, (0, 1), share, new(Math.Sqrt(share * (1 - share) / Math.Max(1, rows)), Math.Max(2, rows), rows) { Support = rows });
        return (share, lower, upper);
    }

    private static double Median(double[] costs)
    {
        double[] sorted = [.. costs.Order()];
        return sorted.Length == 0 ? double.PositiveInfinity : (sorted[(sorted.Length - 1) / 2] / 2) + (sorted[sorted.Length / 2] / 2);
    }

    private Dictionary<string, double> Columns()
    {
        RowFate[] flipped = [.. Flipped()];
        return flipped.SelectMany(fate => Changes(fate.Row, fate.After!)).CountBy(change => change.Column).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .ToDictionary(pair => pair.Key, pair => pair.Value / (double)flipped.Length, StringComparer.Ordinal);
    }

    private AttackExample Example(RowFate fate, CancellationToken cancellation)
    {
        var after = ReadableRow.Of(target, fate.Row, fate.After!, cancellation);
        return new(
            fate.Row,
            attacks[fate.Attack].Info.Name,
            _threat.Cost(target.Schema, target.Rows, fate.Row, after),
            AttackedAnswers.Say(target.Calm, fate.Row),
            AttackedAnswers.Say(target.Answer(after, cancellation), 0),
            [.. Changes(fate.Row, after)]);
    }

    private IEnumerable<AttackChange> Changes(int row, Table after)
    {
        foreach (var moves in target.Open(row).Columns)
        {
            var (before, now) = (moves.Column.Format(row), after[moves.Spec.Name].Format(0));
            if (before != now)
            {
                yield return new(moves.Spec.Name, before!, now!, moves.Cost(RowCells.At(after[moves.Spec.Name], 0)));
            }
        }
    }
}
