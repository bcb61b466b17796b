using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.LightGbm.Tests.Data;

/// <summary>Seeded training sets with numbers, sparse columns, categories, missing values and a target that depends on them.</summary>
internal static class Toys
{
    internal static TrainingSet Regression(int rows, int seed = 1)
    {
        var (table, signal) = Mixed(rows, seed);
        return new(LearningTask.Regression, table) { Target = new NumberColumn("target", [.. signal.Select(value => 1000 + (3 * value))]) };
    }

    internal static TrainingSet Binary(int rows, int seed = 1) => Classes(rows, seed, ["no", "yes"]);

    internal static TrainingSet Multiclass(int rows, int seed = 1) => Classes(rows, seed, ["low", "middle", "high", "never"]);

    internal static double[] Answers(IForm form, Table rows)
    {
        if (form is IPredictsClasses classes)
        {
            var probabilities = new double[rows.RowCount * classes.Classes.Count];
            classes.PredictProbabilities(rows, probabilities);
            return probabilities;
        }

        var numbers = new double[rows.RowCount];
        ((IPredictsNumbers)form).Predict(rows, numbers);
        return numbers;
    }

    internal static TrainingSet With(this TrainingSet data, int validationRows) => data with
    {
        Validation = data.Task.AnswersNumbers ? Regression(validationRows, 99) : Classes(validationRows, 99, data.Classes),
    };

    private static TrainingSet Classes(int rows, int seed, IReadOnlyList<string> levels)
    {
        var (table, signal) = Mixed(rows, seed);
        var codes = signal.Select(value => levels.Count == 2 ? (value > 0 ? 1 : 0) : value < -0.7 ? 0 : value < 0.7 ? 1 : 2).ToArray();
        return new(LearningTask.Classification, table) { Target = new CategoryColumn("target", levels, codes) };
    }

    private static (Table Table, double[] Signal) Mixed(int rows, int seed)
    {
        const int Levels = 40;
        const int Sparse = 12;
        var random = new Random(seed);
        var (a, b, holes) = (new double[rows], new double[rows], new double[rows]);
        var (few, many) = (new int[rows], new int[rows]);
        var sparse = Enumerable.Range(0, Sparse).Select(_ => new double[rows]).ToArray();
        var signal = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            (a[row], b[row]) = ((random.NextDouble() * 2) - 1, Math.Round(random.NextDouble() * 20) - 10);
            holes[row] = random.NextDouble() < 0.3 ? double.NaN : random.NextDouble();
            few[row] = random.Next(-1, 3);
            many[row] = (int)(Levels * random.NextDouble() * random.NextDouble());
            sparse[random.Next(Sparse)][row] = random.NextDouble() < 0.7 ? 1 : 2.5;
            signal[row] = (2 * a[row]) + (0.1 * b[row]) + (double.IsNaN(holes[row]) ? 0.8 : -holes[row]) + (few[row] == 1 ? 1 : 0)
                + (many[row] % 3 == 0 ? -1 : 0.3) + sparse[3][row] + (0.3 * random.NextDouble());
        }

        return (new Table(
        [
            new NumberColumn("a", a),
            new CategoryColumn("few", ["x", "y", "z"], few),
            new NumberColumn("b", b),
            new CategoryColumn("many", [.. Enumerable.Range(0, Levels).Select(level => $"level {level}")], many),
            new NumberColumn("holes", holes),
            .. sparse.Select((values, index) => new NumberColumn($"sparse {index}", values)),
        ]), signal);
    }
}
