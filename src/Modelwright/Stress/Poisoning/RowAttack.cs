using Modelwright.Core.Data;
using Modelwright.Measures;
using Modelwright.Stress.Attacks;
using Modelwright.Stress.Attacks.Searches;
using Modelwright.Stress.Attacks.Threats;
using Modelwright.Validation;

namespace Modelwright.Stress.Poisoning;

/// <summary>Changes rows within a threat until a model errs on them, by the greedy search alone: it is asked for many rows of more than one model.</summary>
/// <param name="schema">What the columns mean.</param>
/// <param name="threat">What the opponent can change.</param>
/// <param name="seed">The only origin of chance.</param>
internal sealed class RowAttack(Schema schema, Threat threat, int seed)
{
    private const int MostQueries = 200;

    /// <summary>Changes rows; see <see cref="AdversarialAttack"/>.</summary>
    public Table Change(Func<Table, CancellationToken, Answers> answer, Table rows, CancellationToken cancellation)
    {
        var target = new AttackTarget(schema, rows, threat, answer, answer(rows, cancellation)) { MostQueries = MostQueries };
        var attack = new GreedyThresholds();
        int[] order = [.. Enumerable.Range(0, rows.RowCount)];
        var all = rows;
        for (var row = 0; row < order.Length; row++)
        {
            if (target.IsRight(row) && attack.Find(target, row, Seeds.Mix(seed, row), cancellation) is { } found && threat.Cost(schema, rows, row, found) <= threat.Budget)
            {
                order[row] = all.RowCount;
                all = JoinedRows.Of(all, found);
            }
        }

        return all.Take(order);
    }
}
