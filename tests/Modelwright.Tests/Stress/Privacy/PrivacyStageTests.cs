using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Linear;
using Modelwright.Learners.Neighbors;
using Modelwright.Stress.Privacy;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Stress.Privacy;

public sealed class PrivacyStageTests
{
    private static readonly Table Training = Doubtful(400, seed: 11);

    /// <summary>Rows of which some have a label that nothing tells: who knows it has seen them.</summary>
    private static Table Doubtful(int rows, int seed)
    {
        var (table, random) = (SmallTables.Classes(rows, seed), new Random(seed));
        return table.With(new CategoryColumn("churned", ["no", "yes"], [.. Enumerable.Range(0, rows).Select(row => random.NextDouble() < 0.4 ? random.Next(2) : table["churned"].Format(row) == "yes" ? 1 : 0)]));
    }

    private static PrivacyReport Run(ILearner learner, bool hasTraining = true, bool isOver = false)
    {
        var form = FittedTables.Form(learner, SmallTables.ClassesSchema, Training);
        var model = FittedTables.Model(form, SmallTables.ClassesSchema, Doubtful(300, seed: 12), "log_loss");
        return new PrivacyStage(model, form, [new LinearLearner()], seed: 1, threads: 1).Run(hasTraining ? Training : null, "no file. Bring one.", () => isOver, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Run_LinearModel_FiguresAreAllThere()
    {
        var report = Run(new LinearLearner());

        Assert.Equal(["privacy.membership_auc", "privacy.membership_caught", "privacy.rows_recovered", "privacy.queries_to_copy"], report.Figures.Select(figure => figure.Name));
        Assert.Empty(report.NotRun);
        Assert.Equal(0, report.Figures[2].Value);
        Assert.Equal("the model holds no row", report.Figures[2].About);
        Assert.All(report.Figures, figure => Assert.InRange(figure.Value, figure.Lower, figure.Upper));
    }

    [Fact]
    public void Run_NearestNeighbours_GivesItsRowsAway()
    {
        var report = Run(new NeighborsLearner());

        Assert.True(report.Membership!.IsFlagged, report.Membership.Text);
        Assert.Equal(400, report.Figures.Single(figure => figure.Name == "privacy.rows_recovered").Value);
    }

    [Fact]
    public void Run_WithoutTrainingRows_SaysSo()
    {
        var report = Run(new NeighborsLearner(), hasTraining: false);

        Assert.Equal(["Membership inference was not run: no file. Bring one."], report.NotRun);
        Assert.Equal(["privacy.queries_to_copy"], report.Figures.Select(figure => figure.Name));
    }

    [Fact]
    public void Run_TimeIsOver_SaysWhatIsLeft() => Assert.Equal(
        ["Membership inference was not run: the time was over. Give more with --budget.", "Model extraction was not run: the time was over. Give more with --budget."],
        Run(new LinearLearner(), isOver: true).NotRun);
}
