using Modelwright.Measures;
using Modelwright.Stress.Shifts;

namespace Modelwright.Tests.Stress;

public sealed class ShiftStageTests
{
    private static ShiftScore[] Shifts(int rows = 600) => [.. new ShiftStage(StressTables.Classes(rows)).Run(["age", "plan"])];

    [Fact]
    public void Run_Priors_AccuracyIsTheMixOfTheClasses()
    {
        var model = StressTables.Classes();
        var answers = (ClassAnswers)model.Calm;
        double RightOf(int place) => Enumerable.Range(0, answers.Count).Where(row => answers.Truth[row] == place).Average(row => answers.Answered(row) == place ? 1.0 : 0);

        var priors = Shifts().Where(shift => shift.Name == "prior_shift").ToArray();

        Assert.Equal([0.1, 0.5, 0.9], priors.Select(shift => shift.Strength));
        Assert.All(priors, shift => Assert.Equal((shift.Strength * RightOf(1)) + ((1 - shift.Strength) * RightOf(0)), shift.Value, 9));
        Assert.Contains("'yes' in 10", priors[0].Case, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Subgroups_AreScoredAlone()
    {
        var groups = Shifts().Where(shift => shift.Name == "subgroup").ToArray();

        Assert.Equal(["plan = basic", "plan = plus", "plan = pro"], groups.Select(shift => shift.Case).Order());
        Assert.Equal(600, groups.Sum(shift => shift.Rows));
        Assert.Equal(StressTables.Classes().CalmScore.Value, groups.Sum(shift => shift.Value * shift.Rows) / 600, 9);
    }

    [Fact]
    public void Run_AlongAColumn_MeanMovesAndRowsAreWorthLess()
    {
        var along = Shifts().Where(shift => shift.Name == "covariate_shift").ToArray();

        Assert.Equal(["more rows where 'age' is low", "more rows where 'age' is high"], along.Select(shift => shift.Case));
        Assert.All(along, shift => Assert.InRange(shift.Rows, 100, 500));
    }

    [Fact]
    public void Run_FewRows_TellNothingAndAreLeftOut() => Assert.Empty(Shifts(rows: 30));
}
