using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Packaging;
using Modelwright.Stress.Attacks.Threats;
using Modelwright.Stress.Attacks.Trees;
using Modelwright.Stress.Gates;
using Modelwright.Validation;

namespace Modelwright.Stress.Attacks;

/// <summary>Runs the attacks that suit a model on a seeded sample of rows it answers rightly, row by row, until all are done or the time is over.</summary>
/// <param name="model">The model with rows.</param>
/// <param name="threat">What the opponent can change.</param>
/// <param name="told">How.</param>
internal sealed class AttackStage(StressedModel model, Threat threat, AttackOptions told)
{
    /// <summary>Rows that are attacked, and times that each attack may ask about one, for a model of few bytes and at least.</summary>
    private const int MostRows = 100;
    private const int FewestRows = 50;
    private const int MostQueries = 2_000;
    private const int FewestQueries = 500;
    private const int DeepQueries = 10_000;

    /// <summary>Bytes of a model from which there are fewer.</summary>
    private const double BytesOfMostRows = 2e6;

    private readonly List<string> _notRun = [];
    private readonly long _bytes = told.Form is { } form ? FormBytes.Count(form) : 0;

    /// <summary>Attacks.</summary>
    /// <param name="cancellation">Asks to end.</param>
    /// <exception cref="OptionsException">The threat is not sound for the schema of the model; the text lists all faults.</exception>
    public AttackReport Run(CancellationToken cancellation)
    {
        string[] faults = [.. new ThreatFaults(model.Schema).Of(threat)];
        if (faults.Length > 0)
        {
            throw new OptionsException(string.Join('\n', faults.Select(fault => $"The threat cannot be used: {fault}")));
        }

        var target = Target(cancellation);
        var attacks = Suited(target);
        var rows = Rows(target);
        var fates = new List<RowFate>();
        foreach (var row in rows)
        {
            if (told.IsOver())
            {
                _notRun.Add($"{rows.Length - fates.Count} of {rows.Length} rows were not attacked: the time was over. Give more with --budget.");
                break;
            }

            fates.Add(Attack(target, attacks, row, cancellation));
        }

        return new AttackTally(target, told.Attacks, fates).Report(_notRun, cancellation);
    }

    /// <summary>The figures that a gate may set a bound to.</summary>
    public static IEnumerable<GateFigure> Figures(AttackReport report)
    {
        if (report.All.Rows > 0)
        {
            yield return new("attack.flipped", report.All.Flipped, report.All.Lower, report.All.Upper, FormattableString.Invariant($"of {report.All.Rows} rows answered rightly, within a cost of {report.Threat.Budget}"));
        }

        if (report is { Certified: { } share, CertifiedLower: { } lower, CertifiedUpper: { } upper })
        {
            yield return new("attack.certified", share, lower, upper, FormattableString.Invariant($"of {report.All.Rows} rows proven to stand any attack within a cost of {report.Threat.Budget}"));
        }
    }

    /// <summary>A number for a small model that a large one has less of, by the root of its size and not by the clock, so that the same seed gives the same report on every machine.</summary>
    private int BySize(int most, int fewest) => (int)Math.Clamp(most * Math.Sqrt(BytesOfMostRows / Math.Max(1, _bytes)), fewest, most);

    private AttackTarget Target(CancellationToken cancellation) => new(model.Schema, model.Rows, threat, model.AnswerAsBrought, model.Calm)
    {
        MostQueries = told.IsDeep ? DeepQueries : BySize(MostQueries, FewestQueries),
        Form = told.Form,
        Decision = told.Decision,
        Surrogate = told.FitSurrogate is { } fit ? fit(model.Rows, model.Calm, cancellation) : new NeighborSurrogate(model.Schema, model.Rows, model.Calm, Seeds.Mix(told.Seed, 13)).Answer,
    };

    private HashSet<IAttack> Suited(AttackTarget target)
    {
        var suited = new HashSet<IAttack>();
        foreach (var attack in told.Attacks)
        {
            if (attack.Unsuited(target) is { } reason)
            {
                _notRun.Add($"The attack '{attack.Info.Name}' was not run: {reason}.");
            }
            else
            {
                suited.Add(attack);
            }
        }

        return suited;
    }

    /// <summary>Rows answered rightly, in an order of chance, so that those that the time is enough for are a sample too.</summary>
    private int[] Rows(AttackTarget target)
    {
        int[] right = [.. Enumerable.Range(0, model.Rows.RowCount).Where(target.IsRight)];
        if (right.Length == 0)
        {
            _notRun.Add("No row was attacked: none is answered rightly.");
        }

        new Random(Seeds.Mix(told.Seed, 11)).Shuffle(right);
        return told.IsDeep ? right : [.. right.Take(BySize(MostRows, FewestRows))];
    }

    private RowFate Attack(AttackTarget target, HashSet<IAttack> suited, int row, CancellationToken cancellation)
    {
        var costs = new double[told.Attacks.Count];
        var (best, after) = (-1, default(Table));
        for (var place = 0; place < costs.Length; place++)
        {
            var attack = told.Attacks[place];
            if (!suited.Contains(attack) || Find(attack, target, suited, row, cancellation) is not { } found)
            {
                costs[place] = suited.Contains(attack) ? double.PositiveInfinity : double.NaN;
                continue;
            }

            costs[place] = threat.Cost(model.Schema, model.Rows, row, found);
            if (best < 0 || costs[place] < costs[best])
            {
                (best, after) = (place, found);
            }
        }

        var changed = target.Open(row).Changed;
        var lower = target.Trees is { } trees ? NearestFlip.Lower(trees.RowOf(row, changed), trees.Margins(row), cancellation) : double.NaN;
        return new(row, costs, best, after, lower);
    }

    private Table? Find(IAttack attack, AttackTarget target, HashSet<IAttack> suited, int row, CancellationToken cancellation)
    {
        try
        {
            return attack.Find(target, row, Seeds.Mix(told.Seed, row), cancellation);
        }
        catch (ModelwrightException refusal)
        {
            // A model that refuses what the threat allows is asked no more in that way; the rows before count.
            suited.Remove(attack);
            _notRun.Add($"The attack '{attack.Info.Name}' was ended: the model refused a row. {refusal.Message}");
            return null;
        }
    }
}
