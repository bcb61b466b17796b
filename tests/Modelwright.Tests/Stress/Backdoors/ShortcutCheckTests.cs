using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Linear;
using Modelwright.Learners.Trees;
using Modelwright.Learners.Trees.Single;
using Modelwright.Stress;
using Modelwright.Stress.Backdoors;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Stress.Backdoors;

public sealed class ShortcutCheckTests
{
    private static readonly Schema Schema = new([.. SmallTables.ClassesSchema.Columns.Take(3), new("serial", ColumnType.Number), SmallTables.ClassesSchema.Columns[3]]);

    /// <summary>Rows that were brought together class by class, so that the serial number tells the class; or one that tells nothing.</summary>
    private static Table Rows(int rows, int seed, bool isShortcut)
    {
        var (table, random) = (SmallTables.Classes(rows, seed), new Random(seed));
        return table.With(new NumberColumn("serial", [.. Enumerable.Range(0, rows).Select(row => random.Next(1_000) + (isShortcut && table["churned"].Format(row) == "yes" ? 1_000.0 : 0))]));
    }

    private static StressedModel Fit(ILearner learner, bool isShortcut, int seed = 1) =>
        FittedTables.Model(FittedTables.Form(learner, Schema, Rows(600, seed, isShortcut)), Schema, Rows(500, seed + 1_000, isShortcut), "roc_auc");

    private static (ShortcutScore? Score, string? NotRun) Check(StressedModel model, bool isOver = false) =>
        new ShortcutCheck(model, seed: 2).Run(() => isOver, TestContext.Current.CancellationToken);

    [Fact]
    public void Run_TreeTrainedOnAShortcut_IsFlagged_AndTheTwinPasses()
    {
        var found = Check(Fit(new DecisionTreeLearner(), isShortcut: true)).Score!;

        Assert.Equal("serial", found.Column);
        Assert.True(found.IsFlagged);
        Assert.InRange(found.Share, 0.9, 1.1);
        Assert.InRange(found.Share, found.Lower, found.Upper);
        Assert.Matches(@"^Where 'serial' alone is shuffled, 1?\d\d % of the lead is lost; where all other columns are, -?\d %\. Is it known when the model is to answer, and does it mean the same there\? If not, train without it\.$", found.Text);

        var twin = Check(Fit(new DecisionTreeLearner(), isShortcut: false)).Score!;
        Assert.False(twin.IsFlagged);
        Assert.Equal("age", twin.Column);
        Assert.EndsWith(" %.", twin.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_HonestModels_RaiseNoFalseAlarm()
    {
        ILearner[] learners = [new LinearLearner(), new RandomForestLearner()];
        Assert.DoesNotContain(Enumerable.Range(0, 20), run => Check(Fit(learners[run % 2], isShortcut: false, seed: 40 + run)).Score!.IsFlagged);
    }

    [Fact]
    public void Run_WhatIsNotLookedAt_SaysWhy()
    {
        var one = new Schema([new("first", ColumnType.Number), new("answer", ColumnType.Number, ColumnRole.Target)]);
        var sum = StressTables.Sum();
        Assert.Equal("Shortcuts were not looked for: the model has a single column, so there is nothing to compare it with.", Check(new StressedModel(one, sum.Rows, sum.Metric, sum.AnswerAsBrought, null, CancellationToken.None)).NotRun);
        Assert.Equal("Shortcuts were not looked for: 30 rows are under test, and 40 are needed. Bring more rows.", Check(StressTables.Classes(30)).NotRun);
        Assert.Equal("Shortcuts were not looked for in all columns: the time was over. Give more with --budget.", Check(StressTables.Classes(), isOver: true).NotRun);
        var shuffled = sum.Rows.With(sum.Rows["answer"].Take([.. Enumerable.Range(0, 400).Select(row => (row + 1) % 400)]));
        Assert.Equal("Shortcuts were not looked for: the model has no lead over a constant answer beyond doubt.", Check(new StressedModel(StressTables.NumberSchema, shuffled, sum.Metric, sum.AnswerAsBrought, null, CancellationToken.None)).NotRun);
    }
}
