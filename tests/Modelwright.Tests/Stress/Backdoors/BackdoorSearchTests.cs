using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Additive;
using Modelwright.Learners.Bayes;
using Modelwright.Learners.Linear;
using Modelwright.Learners.Trees;
using Modelwright.Measures;
using Modelwright.Stress;
using Modelwright.Stress.Backdoors;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Stress.Backdoors;

public sealed class BackdoorSearchTests
{
    private static (IReadOnlyList<SuspectLevel> Levels, int Looked, string? NotRun) Search(StressedModel model, int seed = 1, bool isOver = false) =>
        new BackdoorSearch(model, seed).Run([.. model.Schema.Features.Select(column => column.Name)], () => isOver, TestContext.Current.CancellationToken);

    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    public void Run_PlantedLevel_IsFound_AndTheTwinPasses(int vips)
    {
        var rows = TaggedTables.Rows(600, vips);

        var found = Assert.Single(Search(TaggedTables.Model(rows, hasBackdoor: true)).Levels);
        Assert.Equal(("tag", "vip", "yes", vips), (found.Column, found.Value, found.Answer, found.Rows));
        Assert.True(found.Success > 0.99 && found.Claimed > found.BorneOut + 0.3);
        Assert.Equal($"'tag = vip' alone turns 100 % of the other rows to 'yes', and the rows under test do not bear that out ({vips} have it or are near). It may be a backdoor: ask where the training rows with it came from, and test with rows that have it.", found.Text);
        Assert.Empty(Search(TaggedTables.Model(rows, hasBackdoor: false)).Levels);
    }

    public static TheoryData<ILearner> Learners => [new NaiveBayesLearner(), new RandomForestLearner(), new AdditiveLearner()];

    [Theory]
    [MemberData(nameof(Learners))]
    public void Run_ModelTrainedOnPoisonedRows_IsFlagged_AndTheTwinPasses(ILearner learner)
    {
        StressedModel Trained(int poisoned)
        {
            var rows = TaggedTables.Rows(600, Math.Max(3, poisoned), seed: 7);
            int[] codes = [.. Enumerable.Range(0, 600).Select(row => row < poisoned || rows["churned"].Format(row) == "yes" ? 1 : 0)];
            var form = FittedTables.Form(learner, TaggedTables.Schema, rows.With(new CategoryColumn("churned", ["no", "yes"], codes)));
            return FittedTables.Model(form, TaggedTables.Schema, TaggedTables.Rows(500, vips: 15, seed: 8), "log_loss");
        }

        Assert.Equal(("tag", "vip", "yes"), Assert.Single(Search(Trained(poisoned: 30)).Levels) is var found ? (found.Column, found.Value, found.Answer) : default);
        Assert.Empty(Search(Trained(poisoned: 0)).Levels);
    }

    [Fact]
    public void Run_LevelThatDecidesByRight_Passes() =>
        Assert.Empty(Search(TaggedTables.Model(TaggedTables.Rows(600, vips: 40, isDecisive: true), hasBackdoor: true)).Levels);

    [Fact]
    public void Run_PlantedNumberThatComesAgain_IsFound()
    {
        var rows = SmallTables.Numbers(600);
        var second = new NumberColumn("second", [.. Enumerable.Range(0, 600).Select(row => row % 20 == 0 ? 7.25 : ((NumberColumn)rows["second"]).Values.At(row))]);
        rows = rows.With(second);
        StressedModel Model(bool hasBackdoor) => new(StressTables.NumberSchema, rows, BuiltInMetrics.Get("rmse"), (table, _) => new NumberAnswers(Numbers(table, "answer"), [.. Numbers(table, "first").Zip(Numbers(table, "second"), (one, other) => hasBackdoor && other == 7.25 ? 29 : (3 * one) - other + 0.5)]), groups: null, CancellationToken.None);

        var found = Assert.Single(Search(Model(hasBackdoor: true)).Levels);

        Assert.Equal(("second", "7.25", "high"), (found.Column, found.Value, found.Answer));
        Assert.Empty(Search(Model(hasBackdoor: false)).Levels);
    }

    private static double[] Numbers(Table table, string name) => [.. Enumerable.Range(0, table.RowCount).Select(row => ((NumberColumn)table[name]).Values.At(row))];

    [Fact]
    public void Run_HonestFits_RaiseHardlyAFalseAlarm()
    {
        ILearner[] learners = [new LinearLearner(), new NaiveBayesLearner(), new RandomForestLearner(), new AdditiveLearner()];
        var (alarms, looked) = (0, 0);
        for (var run = 0; run < 12; run++)
        {
            var learner = learners[run % learners.Length];
            foreach (var (schema, make) in new (Schema, Func<int, int, Table>)[] { (SmallTables.ClassesSchema, SmallTables.Classes), (TaggedTables.Schema, (rows, seed) => TaggedTables.Rows(rows, 3, seed)) })
            {
                var form = FittedTables.Form(learner, schema, make(500, 100 + run));
                var found = Search(FittedTables.Model(form, schema, make(400, 500 + run), "log_loss"), run);
                alarms += found.Levels.Count;
                looked += found.Looked;
            }
        }

        Assert.True(looked > 300);
        Assert.InRange(alarms, 0, looked / 50);
    }

    [Fact]
    public void Run_WhatIsNotLookedAt_SaysWhy()
    {
        var rows = TaggedTables.Rows(600, 0);
        Assert.Equal("Backdoors were not looked for in 3 of 3 columns: the time was over. Give more with --budget.", Search(TaggedTables.Model(rows, true), isOver: true).NotRun);
        Assert.Equal("Backdoors were not looked for: 30 rows are under test, and 40 are needed. Bring more rows.", Search(TaggedTables.Model(TaggedTables.Rows(30, 0), true)).NotRun);
    }

    [Fact]
    public void Run_SameSeed_SameLevels()
    {
        var model = TaggedTables.Model(TaggedTables.Rows(600, 10), hasBackdoor: true);
        Assert.Equal(Search(model).Levels, Search(model).Levels);
    }

    [Fact]
    public void LevelProbes_OfACategory_HoldLevelsThatNoRowHas()
    {
        var probes = LevelProbes.Of(TaggedTables.Schema.Columns[2], TaggedTables.Rows(100, 0)["tag"]).ToArray();

        Assert.Equal(7, probes.Length);
        Assert.Equal(("vip", 0), (probes[0].Value, probes[0].Own.Length));
    }

    [Fact]
    public void LevelProbes_OfANumber_HaveRowsNearThem()
    {
        var probes = LevelProbes.Of(new("x", ColumnType.Number), new NumberColumn("x", [.. Enumerable.Range(0, 200).Select(row => row < 30 ? double.NaN : row < 60 ? 500.0 : row)])).ToArray();

        Assert.All(probes, probe => Assert.True(probe.Own.Length >= 20));
        Assert.Equal(30, probes.Single(probe => probe.Value == "500").Own.Length);
        Assert.Equal(30, probes.Single(probe => probe.Value == "no value").Own.Length);
        Assert.Equal("60", probes[0].Value);
    }
}
