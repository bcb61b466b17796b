using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Testing.Learners;

/// <summary>Makes training sets with a known answer out of the column types a learner takes.</summary>
internal static class ToyData
{
    /// <summary>Levels a number is cut into where a learner takes categories only.</summary>
    private const int Levels = 12;

    /// <summary>Rows of 'a', 'b', 'c' within [-1, 1] whose answer is 2a + b with a little noise; 'c' says nothing.</summary>
    public static TrainingSet Line(LearnerInfo info, ToyTask task, int rows, int seed = 1, double noise = 0.1) =>
        Make(info, task, rows, seed, (a, b) => (2 * a) + b, noise);

    /// <summary>The answer is the distance from the middle.</summary>
    public static TrainingSet Circle(LearnerInfo info, ToyTask task, int rows, int seed) =>
        Make(info, task, rows, seed, (a, b) => 3 * ((a * a) + (b * b) - 0.64), 0);

    /// <summary>The answer is whether 'a' and 'b' have one sign.</summary>
    public static TrainingSet ExclusiveOr(LearnerInfo info, ToyTask task, int rows, int seed) =>
        Make(info, task, rows, seed, (a, b) => a * b > 0 ? 2 : -2, 0);

    /// <summary>The answer is chance alone.</summary>
    public static TrainingSet Noise(LearnerInfo info, ToyTask task, int rows, int seed) =>
        Make(info, task, rows, seed, (_, _) => 0, 1.2);

    /// <summary>A column of a type that the learner takes, holding numbers within [-1, 1].</summary>
    public static Column Column(LearnerInfo info, string name, double[] values) => Column(info.Takes[0], name, values);

    /// <summary>A column of a type, holding numbers within [-1, 1].</summary>
    public static Column Column(ColumnType type, string name, double[] values) => type switch
    {
        ColumnType.Number => new NumberColumn(name, [.. values]),
        ColumnType.Category => new CategoryColumn(name, [.. Enumerable.Range(0, Levels).Select(level => $"level {level}")], [.. values.Select(Level)]),
        ColumnType.Time => new TimeColumn(name, [.. values.Select(value => (long)((value + 2000) * TimeSpan.TicksPerDay))]),
        _ => new TextColumn(name, [.. values.Select(value => double.IsNaN(value) ? null : $"word{Level(value).ToString(CultureInfo.InvariantCulture)} more words")]),
    };

    /// <summary>The target of scores: classes by equal parts of [-2, 2], or the scores themselves.</summary>
    public static Column Target(ToyTask task, double[] scores) => task.Classes.Count switch
    {
        0 => new NumberColumn("target", [.. scores.Select(score => 10 + (5 * score))]),
        2 => new CategoryColumn("target", task.Classes, [.. scores.Select(score => score > 0 ? 0 : 1)]),
        _ => new CategoryColumn("target", task.Classes, [.. scores.Select(score => score > 0.6 ? 1 : score < -0.6 ? 0 : 2)]),
    };

    /// <summary>The named rows of a set.</summary>
    public static TrainingSet Take(TrainingSet data, int[] rows) => data with
    {
        Features = data.Features.Take(rows),
        Target = data.Target?.Take(rows),
        Weights = data.Weights is { } weights ? [.. rows.Select(row => weights[row])] : null,
    };

    private static TrainingSet Make(LearnerInfo info, ToyTask task, int rows, int seed, Func<double, double, double> answer, double noise)
    {
        var random = new ToyRandom(seed);
        var (a, b, c, scores) = (new double[rows], new double[rows], new double[rows], new double[rows]);
        for (var row = 0; row < rows; row++)
        {
            (a[row], b[row], c[row]) = (random.Spread(), random.Spread(), random.Spread());
            scores[row] = answer(a[row], b[row]) + (noise * random.Normal());
        }

        return new(task.Task, new Table([Column(info, "a", a), Column(info, "b", b), Column(info, "c", c)])) { Target = task.HasTarget ? Target(task, scores) : null };
    }

    private static int Level(double value) =>
        double.IsNaN(value) ? CategoryColumn.Missing : Math.Clamp((int)((value + 1) / 2 * Levels), 0, Levels - 1);
}
