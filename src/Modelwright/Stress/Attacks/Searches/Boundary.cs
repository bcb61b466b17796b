using Modelwright.Core.Data;
using Modelwright.Stress.Attacks.Rows;
using Modelwright.Validation;

namespace Modelwright.Stress.Attacks.Searches;

/// <summary>Walks along the border between two answers towards the row, seeing the answers alone.</summary>
internal sealed class Boundary : IAttack
{
    private const int MostOthers = 400;
    private const int Starts = 12;
    private const int Walked = 2;
    private const int Rounds = 6;
    private const int Directions = 48;
    private const int Points = 12;

    /// <summary>How far from the border directions are tried, as a share of the distance to the row.</summary>
    private const double Probe = 0.1;

    /// <inheritdoc/>
    public AttackInfo Info { get; } = new()
    {
        Name = "boundary",
        Title = "Walk along the border of answers",
        Taxonomy = "evasion, black-box, decision-based",
        Meaning = "Starts from a row that is answered otherwise, goes straight towards the row until the answer turns, finds by random directions where the border leads, and goes on along it. It is told answers only, no probabilities.",
        Source = "Chen, Jordan & Wainwright 2020, \"HopSkipJumpAttack\"; the start, Brendel, Rauber & Bethge 2018. Levels and texts are taken back one by one.",
    };

    /// <inheritdoc/>
    public string? Unsuited(AttackTarget target) => null;

    /// <inheritdoc/>
    public Table? Find(AttackTarget target, int row, int seed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(target);
        cancellation.ThrowIfCancellationRequested();
        var attacked = target.Open(row);
        var starts = Others(attacked, seed).OrderBy(attacked.Cost).Take(Starts).ToArray();
        var judged = attacked.Ask(starts, cancellation);
        foreach (var (walk, start) in starts.Where((_, place) => judged[place].IsFlipped).Take(Walked).Index())
        {
            Walk(attacked, start, new Random(Seeds.Mix(seed, walk)), cancellation);
        }

        if (attacked.Best is { } best)
        {
            Refinement.Of(attacked, best, cancellation);
        }

        return attacked.Found;
    }

    /// <summary>The row with what can be changed as in rows that are answered otherwise.</summary>
    private static IEnumerable<RowChange> Others(AttackedRow row, int seed)
    {
        var (target, count) = (row.Target, row.Target.Rows.RowCount);
        return RowSample.Draw(count, Math.Min(MostOthers, count), Seeds.Mix(seed, -1)).Where(other => target.IsFlipped(row.Row, target.Calm, other)).Select(other => AsIn(row, other));
    }

    private static RowChange AsIn(AttackedRow row, int other)
    {
        var change = RowChange.None;
        for (var place = 0; place < row.Columns.Length; place++)
        {
            var column = row.Columns[place];
            var cell = RowCells.At(column.Column, other);
            cell = column.IsNumber && !cell.IsMissing ? new(column.Reach.Toward(cell.Number), null) : cell;
            if (cell != column.Own && column.Allows(cell))
            {
                change = change.With(place, cell);
            }
        }

        return change;
    }

    private static void Walk(AttackedRow row, RowChange start, Random chance, CancellationToken cancellation)
    {
        var numbers = new NumberPoint(row);
        var change = Straight(row, numbers, start, cancellation);
        for (var round = 1; round <= Rounds && numbers.Count > 0 && row.Left > Directions; round++)
        {
            var point = numbers.Of(change);
            var length = Math.Sqrt(point.Sum(value => value * value));
            var along = Border(row, numbers, change, Probe * length / Math.Sqrt(numbers.Count), chance, cancellation);
            RowChange[] steps = [.. Enumerable.Range(0, 6).Select(halving => length / Math.Sqrt(round) / (1 << halving)).Select(step => numbers.At(change, [.. point.Zip(along, (value, way) => value + (step * way))]))];
            var first = Array.FindIndex(row.Ask(steps, cancellation), one => one.IsFlipped);
            if (length == 0 || first < 0)
            {
                return;
            }

            change = Straight(row, numbers, steps[first], cancellation);
        }
    }

    /// <summary>Brings all numbers towards the row together until the answer would turn back.</summary>
    private static RowChange Straight(AttackedRow row, NumberPoint numbers, RowChange change, CancellationToken cancellation)
    {
        var (near, far) = (0.0, 1.0);
        var point = numbers.Of(change);
        var best = change;
        for (var pass = 0; pass < 2; pass++)
        {
            double[] shares = [.. Enumerable.Range(1, Points).Select(place => near + ((far - near) * place / (Points + 1)))];
            RowChange[] tried = [.. shares.Select(share => numbers.At(change, [.. point.Select(value => share * value)]))];
            var first = Array.FindIndex(row.Ask(tried, cancellation), one => one.IsFlipped);
            (near, far, best) = first < 0 ? (shares[^1], far, best) : (first == 0 ? near : shares[first - 1], shares[first], tried[first]);
        }

        return best;
    }

    /// <summary>The direction in which the flipped side lies, of length 1, from the answers to random steps off the border.</summary>
    private static double[] Border(AttackedRow row, NumberPoint numbers, RowChange change, double step, Random chance, CancellationToken cancellation)
    {
        var point = numbers.Of(change);
        double[][] ways = [.. Enumerable.Range(0, Directions).Select(_ => Unit([.. Enumerable.Range(0, numbers.Count).Select(_ => Normal(chance))]))];
        var judged = row.Ask([.. ways.Select(way => numbers.At(change, [.. point.Zip(way, (value, part) => value + (step * part))]))], cancellation);
        double[] signs = [.. judged.Select(one => one.IsFlipped ? 1.0 : -1)];
        var mean = signs.Average();
        return Unit([.. Enumerable.Range(0, numbers.Count).Select(axis => ways.Zip(signs, (way, sign) => (sign - (Math.Abs(mean) < 1 ? mean : 0)) * way[axis]).Sum())]);
    }

    private static double[] Unit(double[] way)
    {
        var length = Math.Sqrt(way.Sum(part => part * part));
        return length > 0 ? [.. way.Select(part => part / length)] : way;
    }

    private static double Normal(Random chance) => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
