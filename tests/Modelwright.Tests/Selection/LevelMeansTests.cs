using Modelwright.Selection;

namespace Modelwright.Tests.Selection;

/// <summary>Levels by the answers of other rows.</summary>
public sealed class LevelMeansTests
{
    private const int Rows = 80;
    private static readonly int[] Training = [.. Enumerable.Range(0, 60)];
    private static readonly SelectionGround Ground = SelectionGround.Draw(SimulatedRows.Ask(SimulatedRows.Labelled(SimulatedRows.Table(Rows, 1, 1))));
    private static readonly int[] Test = [.. Enumerable.Range(60, 20)];

    [Fact]
    public void Of_AnswerOfATrainingRow_NeverReachesThatRowNorDoThoseOfHeldOutRows()
    {
        int[] levels = [.. Enumerable.Range(0, Rows).Select(row => (row % 7) - 1)];
        var random = new Random(1);
        double[] target = [.. Enumerable.Range(0, Rows).Select(_ => (double)random.Next(1000))];
        var before = Means(levels, target);

        // Two rows of one inner part change places, so that the mean of all stays: rows of their levels elsewhere see it.
        (target[0], target[4]) = (target[4], target[0]);
        var after = Means(levels, target);
        Assert.Equal((before[0], before[4]), (after[0], after[4]));
        Assert.NotEqual(before[7], after[7]);
        Assert.NotEqual(before[63], after[63]);
        target[61] = -5;
        Assert.Equal(after, Means(levels, target));
    }

    [Fact]
    public void Of_HeldOutRows_FollowTheTrainingMeans()
    {
        int[] levels = [.. Enumerable.Range(0, Rows).Select(row => row % 5)];
        var means = Means(levels, [.. levels.Select(level => (double)level)]);
        Assert.Equal(levels[60..65], levels[60..65].OrderBy(level => means[60 + level]));
        Assert.Equal(5, means[60..65].Distinct().Count());
    }

    private static double[] Means(int[] levels, double[] answers) => LevelMeans.Values(levels, row => answers[row], Ground, Training, Test);
}
