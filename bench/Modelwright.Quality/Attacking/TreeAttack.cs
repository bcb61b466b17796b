using System.Diagnostics;
using System.Text.Json.Nodes;
using Modelwright.Core.Data;
using Modelwright.Measures;
using Modelwright.Quality.Scoring;
using Modelwright.Runtime.Forms.Trees;
using Modelwright.Stress.Attacks;
using Modelwright.Stress.Attacks.Searches;
using Modelwright.Stress.Attacks.Threats;
using Modelwright.Stress.Attacks.Trees;

namespace Modelwright.Quality.Attacking;

/// <summary>Attacks the first test rows of a set, on one thread: the search over leaves, the attack that people are shown, the certified bound, and the truth where the search for it ends.</summary>
/// <remarks>What a row is in truth plays no part: the answer of the model is to be flipped.</remarks>
internal sealed class TreeAttack
{
    private const int MostRows = 100;
    private const int MostStates = 20_000;

    private readonly ClassTreesForm _form;
    private readonly AttackTarget _target;
    private readonly int[] _rows;

    /// <summary>Makes the model ready, with the threat that is drafted from the test rows.</summary>
    /// <param name="trained">The trees with test rows.</param>
    /// <param name="classes">Number of classes; 2 or more.</param>
    internal TreeAttack(TrainedTrees trained, int classes)
    {
        _form = (ClassTreesForm)trained.Form(classes);
        var schema = new Schema([.. trained.Test.Columns.Select(column => new ColumnSpec(column.Name, column.Type) { Levels = (column as CategoryColumn)?.Levels ?? [] })]);
        _target = new(schema, trained.Test, Threat.Draft(schema, trained.Test), (rows, _) => Answer(rows), Answer(trained.Test)) { Form = _form };
        _rows = [.. Enumerable.Range(0, Math.Min(MostRows, trained.Test.RowCount))];
    }

    /// <summary>Seconds and distances.</summary>
    /// <exception cref="InvalidOperationException">The trees cannot be looked into.</exception>
    internal JsonObject Measure()
    {
        var trees = _target.Trees ?? throw new InvalidOperationException("The attacks cannot look into these trees. Choose a set whose categories have at most 64 levels.");
        var attack = new GreedyThresholds();
        attack.Find(_target, 0, 0, default);
        var (attackSeconds, found) = Timed(row => attack.Find(_target, row, row, default));
        var (greedySeconds, greedy) = Timed(row => NearestFlip.Greedy(RowOf(row), trees.Margins(row), row, default));
        var (boundSeconds, bounds) = Timed(row => NearestFlip.Lower(RowOf(row), trees.Margins(row), default));
        var (exactSeconds, exact) = Timed(row => NearestFlip.Exact(RowOf(row), trees.Margins(row), greedy[row], MostStates, default));
        int[] ended = [.. _rows.Where(row => exact[row].HasEnded && exact[row].Find is not null)];
        return new()
        {
            ["rows"] = _rows.Length,
            ["flipped"] = found.Count(row => row is not null),
            ["attack_seconds"] = attackSeconds,
            ["greedy_seconds"] = greedySeconds,
            ["bound_seconds"] = boundSeconds,
            ["exact_seconds"] = exactSeconds,
            ["ended"] = ended.Length,
            ["missed"] = ended.Count(row => greedy[row] is null),
            ["median_greedy"] = Median(ended.Select(row => greedy[row]?.Distance ?? double.PositiveInfinity)),
            ["median_exact"] = Median(ended.Select(row => exact[row].Find!.Distance)),
            ["median_greedy_all"] = Median(_rows.Select(row => greedy[row]?.Distance ?? double.PositiveInfinity)),
            ["median_bound"] = Median(_rows.Select(row => bounds[row])),
            ["out_of_order"] = _rows.Count(row => !InOrder(bounds[row], exact[row], greedy[row])),
            ["broken"] = _rows.Count(row => found[row] is { } after && (_target.Threat.Broken(_target.Schema, _target.Rows, row, after).Any() || !_target.IsFlipped(row, _target.Answer(after, default), 0))),
        };

        TreeRow RowOf(int row) => trees.RowOf(row, _target.Open(row).Changed);
    }

    private static bool InOrder(double bound, ExactFind exact, TreeFind? greedy) =>
        greedy is null || (bound <= (exact.Find?.Distance ?? double.PositiveInfinity) && exact.Find is { } nearest && nearest.Distance <= greedy.Distance);

    private (double Seconds, T[] Found) Timed<T>(Func<int, T> find)
    {
        var clock = Stopwatch.StartNew();
        var found = Array.ConvertAll(_rows, row => find(row));
        return (clock.Elapsed.TotalSeconds, found);
    }

    private ClassAnswers Answer(Table rows)
    {
        var shares = new double[rows.RowCount * _form.Classes.Count];
        _form.PredictProbabilities(rows, shares);
        return new(_form.Classes, new int[rows.RowCount], shares);
    }

    // What cannot be flipped has no distance; JSON knows no infinity.
    private static double? Median(IEnumerable<double> values) => values.Order().ToArray() is { Length: > 0 } sorted && double.IsFinite(sorted[sorted.Length / 2]) ? sorted[sorted.Length / 2] : null;
}
