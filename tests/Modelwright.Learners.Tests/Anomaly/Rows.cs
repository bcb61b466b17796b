using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;

namespace Modelwright.Learners.Tests.Anomaly;

/// <summary>Seeded rows for detectors, and what is asked of them.</summary>
internal static class Rows
{
    /// <summary>Normal rows, each column a multiple of the first and chance, with the last rows moved out.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="strange">Rows at the end that are moved.</param>
    /// <param name="seed">The seed.</param>
    public static TrainingSet Cloud(int rows, int columns, int strange, int seed = 1)
    {
        var random = new Random(seed);
        var values = Enumerable.Range(0, columns).Select(_ => new double[rows]).ToArray();
        for (var row = 0; row < rows; row++)
        {
            var shared = Normal(random);
            for (var column = 0; column < columns; column++)
            {
                values[column][row] = (0.8 * shared) + (0.6 * Normal(random)) + (row >= rows - strange ? 6 * (column % 2 == 0 ? 1 : -1) : 0);
            }
        }

        return Of(values);
    }

    /// <summary>A set of columns.</summary>
    public static TrainingSet Of(params double[][] columns) =>
        new(LearningTask.Anomalies, new([.. columns.Select((values, place) => new NumberColumn($"x{place}", values))]));

    public static double[] Scores(IForm form, Table rows)
    {
        var scores = new double[rows.RowCount];
        Assert.IsAssignableFrom<IScoresAnomalies>(form).Score(rows, scores);
        return scores;
    }

    /// <summary>Rows x inputs.</summary>
    public static double[] Parts(IForm form, Table rows)
    {
        var parts = new double[rows.RowCount * form.Info.Inputs.Count];
        Assert.IsAssignableFrom<IExplainsStrangeness>(form).Strangeness(rows, parts);
        return parts;
    }

    public static double[] FitAndScore(ILearner learner, TrainingSet data, ParameterValues? values = null, int threads = 1) =>
        Scores(learner.Fit(data, values ?? ParameterValues.Default, new() { Seed = 3, Threads = threads }).Form, data.Features);

    public static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
