using Modelwright.Stress.Backdoors;

namespace Modelwright.Tests.Stress.Backdoors;

public sealed class BackdoorStageTests
{
    private static BackdoorReport Run(bool hasBackdoor, bool isOver = false)
    {
        var model = TaggedTables.Model(TaggedTables.Rows(600, 10), hasBackdoor);
        return new BackdoorStage(model, seed: 1).Run([.. model.Schema.Features.Select(column => column.Name)], () => isOver, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Run_Figures_CountLevelsAndShare()
    {
        var (planted, clean) = (Run(hasBackdoor: true), Run(hasBackdoor: false));

        Assert.Equal(["backdoor.levels", "shortcut.share"], planted.Figures.Select(figure => figure.Name));
        Assert.Equal((1, "first 'tag = vip'"), (planted.Figures[0].Value, planted.Figures[0].About));
        Assert.Equal(0, clean.Figures[0].Value);
        Assert.Matches(@"^none of \d+ values decides what nothing bears out$", clean.Figures[0].About);
        Assert.Equal("share of the lead that 'age' carries alone", clean.Figures[1].About);
        Assert.False(clean.Shortcut!.IsFlagged);
        Assert.Empty(clean.NotRun);
    }

    [Fact]
    public void Run_TimeIsOver_HasNoFigures()
    {
        var report = Run(hasBackdoor: true, isOver: true);

        Assert.Empty(report.Figures);
        Assert.Equal(2, report.NotRun.Count);
    }
}
