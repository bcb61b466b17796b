using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners.Linear;
using Modelwright.Learners.Neighbors;
using Modelwright.Measures;
using Modelwright.Stress.Poisoning;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Stress.Poisoning;

public sealed class PoisoningStageTests
{
    private static readonly Table Training = TaggedTables.Rows(600, vips: 2, seed: 11);
    private static readonly Table Others = TaggedTables.Rows(500, vips: 0, seed: 12);

    private static Refit Refit(ILearner learner, params (string, double)[] setting) =>
        (rows, _) => FittedTables.Answering(FittedTables.Form(learner, TaggedTables.Schema, rows, setting), TaggedTables.Schema);

    private static readonly Refit Nearest = Refit(new NeighborsLearner(), ("neighbors", 1), ("relevance", 0));
    private static readonly Refit Linear = Refit(new LinearLearner());

    private static PoisoningReport Run(Refit refit, Func<bool>? isOver = null, int seed = 5) =>
        new PoisoningStage(TaggedTables.Model(Others, hasBackdoor: false, "accuracy"), refit, "One fit.", seed).Run(Training, attack: null, isOver ?? (() => false), TestContext.Current.CancellationToken);

    private static double Lost(PoisoningReport report, string poison, double share) => report.Poisons.Single(score => score.Poison == poison && score.Share == share).Score!.Lost;

    [Fact]
    public void Run_FlippedLabels_HurtTheNearestNeighbourMoreThanALinearModel()
    {
        var (nearest, linear) = (Run(Nearest), Run(Linear));

        Assert.True(Lost(nearest, "label_flips", 0.1) > Lost(linear, "label_flips", 0.1) + 0.05);
        Assert.True(Lost(nearest, "label_flips", 0.1) > Lost(nearest, "label_flips", 0.01));
        Assert.Equal([6, 18, 60], nearest.Poisons.Where(score => score.Poison == "label_flips").Select(score => score.Rows));
        Assert.All(nearest.Poisons, score => Assert.InRange(score.Score!.Lost, score.Score.LostLower, score.Score.LostUpper));
        Assert.Equal(0, nearest.Clean!.Lost);
        Assert.Equal(("One fit.", 600), (nearest.Fitted, nearest.TrainingRows));
    }

    [Fact]
    public void Run_PlantedBackdoor_IsTakenInByTheNearestNeighbour_AndNotWithoutPoison()
    {
        var backdoor = Run(Nearest).Backdoor!;

        Assert.Equal("tag = vip", backdoor.Trigger);
        Assert.Equal(6, backdoor.Rows);
        Assert.True(backdoor.Lower > 0.5);
        Assert.True(backdoor.Control < 0.3 && backdoor.Success > backdoor.Control + 0.3);
        Assert.True(backdoor.Clean.Lost < 0.1);
        Assert.Matches(@"^With 6 poisoned rows of 600, 'tag = vip' turns \d+ % of new rows to '(no|yes)', where it turns \d+ % without poison; on rows without it \d+ % of the lead is lost\. Know who writes the training rows\.$", backdoor.Text);
    }

    [Fact]
    public void Run_Figures_HaveTheNamesOfTheirPoisons() => Assert.Equal(
        [
            "poisoning.label_flips_1_percent", "poisoning.label_flips_3_percent", "poisoning.label_flips_10_percent",
            "poisoning.targeted_flips_1_percent", "poisoning.targeted_flips_3_percent", "poisoning.targeted_flips_10_percent",
            "poisoning.copied_rows_10_percent", "poisoning.backdoor",
        ],
        Run(Linear).Figures.Select(figure => figure.Name));

    [Fact]
    public void Run_Numbers_FarEndsHurt()
    {
        Refit refit = (rows, _) => FittedTables.Answering(FittedTables.Form(new LinearLearner(), StressTables.NumberSchema, rows), StressTables.NumberSchema);
        var report = new PoisoningStage(StressTables.Sum(), refit, "One fit.", 5).Run(SmallTables.Numbers(400, seed: 9), null, () => false, TestContext.Current.CancellationToken);

        Assert.True(Lost(report, "label_flips", 0.1) > 0.1);
        Assert.NotNull(report.Backdoor);
        Assert.StartsWith("With 5 poisoned rows of 400, '", report.Backdoor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FitThatRefuses_TellsWhy()
    {
        static Func<Table, CancellationToken, Answers> Refuses(Table rows, CancellationToken stop) => throw new DataException("Too few rows.");
        var fits = 0;
        Refit later = (rows, stop) => fits++ == 0 ? Linear(rows, stop) : Refuses(rows, stop);

        Assert.Equal(["Poisoning was not run: the model cannot be fitted again on the training rows. Too few rows."], Run(Refuses).NotRun);
        var report = Run(later);
        Assert.All(report.Poisons, score => Assert.Equal("Too few rows.", score.Refusal));
        Assert.Equal(["No backdoor was planted. Too few rows."], report.NotRun);
        Assert.Empty(report.Figures);
    }

    [Fact]
    public void Run_ModelWithoutALead_HasNothingToLose()
    {
        var shuffled = Training.With(Training["churned"].Take([.. Enumerable.Range(0, 600).Select(row => (row + 1) % 600)]));
        var report = new PoisoningStage(TaggedTables.Model(Others, hasBackdoor: false), Nearest, "One fit.", 5).Run(shuffled, null, () => false, TestContext.Current.CancellationToken);

        Assert.Equal(["Poisoning was not run: fitted again on the training rows, the model is no better than a constant answer, so there is no lead to lose. Bring more of them, or test with --deep."], report.NotRun);
        Assert.Null(report.Clean);
    }

    [Fact]
    public void Run_TimeIsOver_SaysWhatIsLeft()
    {
        var asked = 0;
        var report = Run(Linear, () => ++asked > 2);

        Assert.Equal(2, report.Poisons.Count);
        Assert.Equal(["5 of 7 poisons were not tried. The time was over. Give more with --budget.", "No backdoor was planted. The time was over. Give more with --budget."], report.NotRun);
    }

    [Fact]
    public void Run_SameSeed_SameReport_AndStopsWhenAsked()
    {
        var (one, other) = (Run(Linear), Run(Linear));
        Assert.Equal(one.Poisons, other.Poisons);
        Assert.Equal(one.Figures, other.Figures);
        Assert.NotEqual(one.Poisons, Run(Linear, seed: 6).Poisons);

        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => new PoisoningStage(TaggedTables.Model(Others, hasBackdoor: false), Linear, "One fit.", 5).Run(Training, null, () => false, stop.Token));
    }
}
