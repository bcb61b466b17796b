using Modelwright.Core.Data;
using Modelwright.Stress.Attacks.Rows;

namespace Modelwright.Stress.Attacks;

/// <summary>
/// A row under attack: asks the model about changes, many at once, and keeps the cheapest that flips the answer. A change that the
/// threat does not allow is not asked about, so that no attack can find one.
/// </summary>
internal sealed class AttackedRow(AttackTarget target, int row, ChangedRow changed)
{
    private const int RowsOfACall = 512;

    private int _asked;

    /// <summary>The model with its rows.</summary>
    public AttackTarget Target => target;

    /// <summary>0-based row of the target.</summary>
    public int Row => row;

    /// <summary>The columns that can be changed.</summary>
    public ColumnMoves[] Columns => changed.Mutable;

    /// <summary>The row with all that the threat can make of it.</summary>
    public ChangedRow Changed => changed;

    /// <summary>Rows that may still be asked about.</summary>
    public int Left => target.MostQueries - _asked;

    /// <summary>The cheapest change found that flips the answer; null for none.</summary>
    public RowChange? Best { get; private set; }

    /// <summary>What it costs; infinity for none.</summary>
    public double BestCost { get; private set; } = double.PositiveInfinity;

    /// <summary>The cheapest row found; null for none.</summary>
    public Table? Found => Best is null ? null : changed.Filled([Best]);

    /// <summary>What a change costs.</summary>
    public double Cost(RowChange change) => changed.Cost(change);

    /// <summary>Asks the model.</summary>
    /// <param name="changes">Changes of the row; what comes after the last query is not asked.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>One a change.</returns>
    public Judged[] Ask(IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var judged = new Judged[changes.Count];
        Array.Fill(judged, Judged.NotAsked);
        int[] allowed = [.. Enumerable.Range(0, changes.Count).Where(place => changes[place].Columns.Length > 0 && changed.Allows(changes[place])).Take(Math.Max(0, Left))];
        foreach (var part in allowed.Chunk(RowsOfACall))
        {
            var answers = target.Answer(changed.Filled([.. part.Select(place => changes[place])]), cancellation);
            _asked += part.Length;
            for (var answer = 0; answer < part.Length; answer++)
            {
                judged[part[answer]] = new(target.IsFlipped(row, answers, answer), target.Guide(row, answers, answer), target.Move(row, answers, answer));
                Keep(changes[part[answer]], judged[part[answer]]);
            }
        }

        return judged;
    }

    /// <summary>Asks about one change.</summary>
    /// <returns>Whether the answer is flipped.</returns>
    public bool Flips(RowChange change, CancellationToken cancellation) => Ask([change], cancellation)[0].IsFlipped;

    private void Keep(RowChange change, Judged judged)
    {
        var cost = judged.IsFlipped ? changed.Cost(change) : double.PositiveInfinity;
        if (cost < BestCost)
        {
            (Best, BestCost) = (changed.Cleaned(change), cost);
        }
    }
}
