using Modelwright.Core.Data;
using Modelwright.Measures;
using Modelwright.Stress.Attacks.Rows;

namespace Modelwright.Stress.Attacks.Searches;

/// <summary>Moves all numbers at once the way that the answer's slope points: in one step, and in small steps within a box.</summary>
internal sealed class Gradient : IAttack
{
    private static readonly double[] Radii = [0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2];

    private const int Halvings = 3;
    private const int Steps = 5;

    /// <summary>How far a number is moved to see the slope, in units of cost.</summary>
    private const double Probe = 1e-3;

    /// <inheritdoc/>
    public AttackInfo Info { get; } = new()
    {
        Name = "gradient",
        Title = "Steps along the gradient",
        Taxonomy = "evasion, black-box, score-based",
        Meaning = "Moves every number by the same cost the way the answer's slope points (FGSM), then in small steps within the smallest box that works (PGD); takes back what is not needed. The slope is taken by central differences of the answers, so that it serves any smooth model.",
        Source = "Goodfellow, Shlens & Szegedy 2015 (FGSM); Madry, Makelov, Schmidt, Tsipras & Vladu 2018 (PGD); slopes from answers, Chen, Zhang, Sharma, Yi & Hsieh 2017 (ZOO).",
    };

    /// <inheritdoc/>
    public string? Unsuited(AttackTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return !target.IsSmooth ? "the model is made of trees, whose answers have no slope"
            : !target.Threat.Columns.Any(column => column.Mutable && target.Schema.TryGet(column.Name, out var spec) && spec.Type is ColumnType.Number or ColumnType.Time) ? "no number can be changed"
            : null;
    }

    /// <inheritdoc/>
    public Table? Find(AttackTarget target, int row, int seed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(target);
        cancellation.ThrowIfCancellationRequested();
        var attacked = target.Open(row);
        var numbers = new NumberPoint(attacked);
        if (numbers.Count == 0)
        {
            return null;
        }

        // A class is left one way; a number can go up or down.
        double[] signs = target.Calm is NumberAnswers ? [1, -1] : [1];
        Array.ForEach(signs, sign => Search(attacked, numbers, sign, cancellation));

        if (attacked.Best is { } best)
        {
            Refinement.Of(attacked, best, cancellation);
        }

        return attacked.Found;
    }

    private static void Search(AttackedRow row, NumberPoint numbers, double sign, CancellationToken cancellation)
    {
        var slope = Slope(row, numbers, RowChange.None, cancellation);
        double[] radii = [.. Radii.Select(radius => radius * row.Target.Threat.Budget)];
        var judged = row.Ask([.. radii.Select(radius => numbers.At(RowChange.None, [.. slope.Select(way => radius * sign * Math.Sign(way))]))], cancellation);
        var works = Array.FindIndex(judged, one => one.IsFlipped);
        var (near, far) = (works <= 0 ? 0 : radii[works - 1], works < 0 ? radii[^1] : radii[works]);
        for (var halving = 0; halving < Halvings && row.Left > 0; halving++)
        {
            var radius = halving == 0 && works < 0 ? far : (near + far) / 2;
            (near, far) = Climb(row, numbers, sign, radius, cancellation) ? (near, radius) : (radius, far);
        }
    }

    /// <summary>Small steps within a box; whether the answer flips.</summary>
    private static bool Climb(AttackedRow row, NumberPoint numbers, double sign, double radius, CancellationToken cancellation)
    {
        var point = new double[numbers.Count];
        for (var step = 0; step < Steps && row.Left > 0; step++)
        {
            var slope = Slope(row, numbers, numbers.At(RowChange.None, point), cancellation);
            point = [.. point.Zip(slope, (value, way) => Math.Clamp(value + (radius / 2 * sign * Math.Sign(way)), -radius, radius))];
            if (row.Flips(numbers.At(RowChange.None, point), cancellation))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How each number moves the answer, or for a class brings it nearer to being flipped; 0 where it moves nothing. Its sign counts.</summary>
    private static double[] Slope(AttackedRow row, NumberPoint numbers, RowChange change, CancellationToken cancellation)
    {
        var point = numbers.Of(change);
        var asked = new List<RowChange>();
        for (var axis = 0; axis < numbers.Count; axis++)
        {
            // A number that goes by steps is moved by a whole one.
            var width = Math.Max(Probe, numbers.Reach(axis).Step * numbers.Reach(axis).Unit * (1 + Probe));
            asked.Add(numbers.At(change, Moved(point, axis, width)));
            asked.Add(numbers.At(change, Moved(point, axis, -width)));
        }

        // A step back to the row itself is not asked about: then the slope is that to the other side.
        var own = row.Target.Move(row.Row, row.Target.Calm, row.Row);
        var moves = row.Ask(asked, cancellation).Select((one, place) => double.IsFinite(one.Move) ? one.Move : asked[place].Columns.Length == 0 ? own : double.NaN).ToArray();
        return [.. Enumerable.Range(0, numbers.Count).Select(axis => moves[2 * axis] - moves[(2 * axis) + 1]).Select(slope => double.IsNaN(slope) ? 0 : slope)];
    }

    private static double[] Moved(double[] point, int axis, double by)
    {
        var moved = (double[])point.Clone();
        moved[axis] += by;
        return moved;
    }
}
