using Modelwright.Core.Data;
using Modelwright.Learners.Linear;
using Modelwright.Measures;
using Modelwright.Stress;
using Modelwright.Stress.Poisoning;

namespace Modelwright.Tests.Stress.Poisoning;

public sealed class AdversarialRetrainingTests
{
    private static readonly Schema Schema = new(
    [
        new("fragile", ColumnType.Number),
        new("robust", ColumnType.Number),
        new("kind", ColumnType.Category, ColumnRole.Target) { Levels = ["no", "yes"] },
    ]);

    /// <summary>Both columns tell the class; the first better, and the opponent can move it.</summary>
    private static Table Rows(int rows, int seed)
    {
        var random = new Random(seed);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        int[] kind = [.. Enumerable.Range(0, rows).Select(_ => random.Next(2))];
        return new([new NumberColumn("fragile", [.. kind.Select(yes => (2 * yes) - 1 + (0.6 * Normal()))]), new NumberColumn("robust", [.. kind.Select(yes => (2 * yes) - 1 + (0.9 * Normal()))]), new CategoryColumn("kind", ["no", "yes"], kind)]);
    }

    private static Func<Table, CancellationToken, Answers> Fit(Table rows, CancellationToken stop) =>
        FittedTables.Answering(FittedTables.Form(new LinearLearner(), Schema, rows), Schema);

    /// <summary>Moves the first column by 1.5 to the side that makes the true class least probable.</summary>
    private static Table Attack(Func<Table, CancellationToken, Answers> answer, Table rows, CancellationToken stop)
    {
        var values = Enumerable.Range(0, rows.RowCount).Select(row => ((NumberColumn)rows["fragile"]).Values.At(row)).ToArray();
        Table Moved(double by) => rows.With(new NumberColumn("fragile", [.. values.Select(value => value + by)]));
        var (down, up) = ((ClassAnswers)answer(Moved(-1.5), stop), (ClassAnswers)answer(Moved(1.5), stop));
        double True(ClassAnswers answers, int row) => answers.Probabilities[(2 * row) + answers.Truth[row]];
        return rows.With(new NumberColumn("fragile", [.. values.Select((value, row) => value + (True(down, row) < True(up, row) ? -1.5 : 1.5))]));
    }

    private static AdversarialScore Run()
    {
        var (training, others) = (Rows(800, 1), Rows(400, 2));
        var answer = Fit(training, TestContext.Current.CancellationToken);
        var clean = new StressedModel(Schema, others, BuiltInMetrics.Get("accuracy"), answer, groups: null, TestContext.Current.CancellationToken);
        return new AdversarialRetraining(clean, answer, Fit, Attack, seed: 3).Run(training, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Run_ModelThatLeansOnWhatCanBeMoved_IsHardenedForAPrice()
    {
        var score = Run();

        Assert.True(score.FlippedBefore > 0.2);
        Assert.True(score.FlippedAfter < score.FlippedBefore - 0.1);
        Assert.Equal(200, score.Added);
        Assert.InRange(score.Attacked, 45, 60);
        Assert.True(score.Price.Lost >= 0);
        Assert.Matches(@"^Fitted with 200 attacked rows beside the others, \d+ % of the rows can be turned in place of \d+ %; the price is accuracy 0\.\d+ in place of 0\.\d+ \(\d+ % of the lead\)\.$", score.Text);
    }

    [Fact]
    public void Run_SameSeed_SameScore() => Assert.Equal(Run(), Run());
}
