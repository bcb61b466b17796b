using System.Globalization;
using Modelwright.Stress;
using Modelwright.Stress.Slices;

namespace Modelwright.Tests.Stress.Slices;

public sealed class SliceStageTests
{
    private static SliceReport Run(StressedModel model, int seed = 1) => new SliceStage(model, seed).Run(SliceTables.Columns, TestContext.Current.CancellationToken);

    [Fact]
    public void Run_LevelThatIsWrong_IsFoundAndNamed()
    {
        var found = Run(SliceTables.Classes(2000, 1, SliceTables.Sure, (row, _) => row.Plan == "pro" ? 0.5 : SliceTables.Sure(row))).Slices;

        var slice = Assert.Single(found);
        Assert.Equal("'plan' = 'pro'", slice.Conditions);
        Assert.Equal(["plan"], slice.Columns);
        Assert.True(slice.IsUnexpected);
        Assert.True(slice.QValue <= 0.01 && slice.PValue <= slice.QValue);
        Assert.InRange(slice.Share, 0.3, 0.37);
        Assert.InRange(slice.Score.Value, 0.4, 0.6);
        Assert.InRange(slice.OtherScore.Value, 0.8, 0.9);
        Assert.True(slice.LossRatio.Lower > 1.3 && slice.LossRatio.Upper < 4);
        Assert.True(slice.Loss.Lower > slice.OtherLoss.Upper && slice.EffectSize > 0.2);
    }

    [Fact]
    public void Run_SameModelWithoutAPlant_HasNoWeakSlice() =>
        Assert.DoesNotContain(Run(SliceTables.Classes(2000, 1, SliceTables.Sure)).Slices, slice => slice.IsUnexpected);

    [Fact]
    public void Run_TwoConditionsTogether_AreFoundAsAPair()
    {
        static bool IsPlanted(SliceTables.Row row) => row.Age > 60 && row.Plan == "basic";

        var found = Run(SliceTables.Classes(4000, 2, SliceTables.Sure, (row, _) => IsPlanted(row) ? 1 - SliceTables.Sure(row) : SliceTables.Sure(row))).Slices;

        var slice = Assert.Single(found);
        Assert.Matches("^('age' above (59|6[0-3]) and 'plan' = 'basic'|'plan' = 'basic' and 'age' above (59|6[0-3]))$", slice.Conditions);
        Assert.Equal(["age", "plan"], slice.Columns.Order());
    }

    [Fact]
    public void Run_TwoPlants_AreBothFound()
    {
        static bool IsPlanted(SliceTables.Row row) => row.Plan == "plus" || row.Age < 26;

        var found = Run(SliceTables.Classes(4000, 3, SliceTables.Sure, (row, _) => IsPlanted(row) ? 0.5 : SliceTables.Sure(row))).Slices;

        Assert.Contains(found, slice => slice.Conditions == "'plan' = 'plus'");
        Assert.Contains(found, slice => slice.Columns.Contains("age") && slice.Conditions.Contains("'age' up to 2", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_FewRowsOfALevelThatAreAllWrong_AreFound()
    {
        // A level that stands in one row of thirty and turns the answer round, as a backdoor does.
        var random = new Random(5);
        bool[] stamped = [.. Enumerable.Range(0, 3000).Select(_ => random.Next(30) == 0)];
        double Truth(SliceTables.Row row, int number) => stamped[number] ? 1 - SliceTables.Sure(row) : SliceTables.Sure(row);
        StressedModel With(bool[] marks, Func<SliceTables.Row, int, double>? truth)
        {
            var model = SliceTables.Classes(3000, 4, SliceTables.Sure, truth);
            Core.Data.Table rows = model.Rows.With(Core.Data.CategoryColumn.FromTexts("stamp", [.. marks.Select(mark => mark ? "x" : "o")]));
            return new(model.Schema, rows, model.Metric, (_, _) => model.Calm, groups: null, CancellationToken.None);
        }

        SliceReport Look(StressedModel model) => new SliceStage(model, 1).Run([.. SliceTables.Columns, "stamp"], TestContext.Current.CancellationToken);

        Assert.Equal(["'stamp' = 'x'"], Look(With(stamped, Truth)).Slices.Select(slice => slice.Conditions));
        Assert.DoesNotContain(Look(With(stamped, null)).Slices, slice => slice.IsUnexpected);
    }

    [Fact]
    public void Run_ShortcutThatHoldsInOnePlaceOnly_ShowsTheOther()
    {
        // The model goes by a mark that tells the answer for all plans but one.
        var model = SliceTables.Classes(2000, 6, row => row.Income > 50 ? 0.95 : 0.05, (row, _) => row.Plan == "plus" ? 0.4 : row.Income > 50 ? 0.95 : 0.05);

        Assert.Equal("'plan' = 'plus'", Run(model).Slices[0].Conditions);
    }

    [Fact]
    public void Run_LevelOfMoreThanHalfOfTheRows_IsFoundToo()
    {
        static bool IsPlanted(int number) => number % 5 < 3;
        var model = SliceTables.Classes(2000, 10, SliceTables.Sure, (row, number) => IsPlanted(number) ? 0.5 : SliceTables.Sure(row));
        var rows = model.Rows.With(Core.Data.CategoryColumn.FromTexts("site", [.. Enumerable.Range(0, 2000).Select(number => IsPlanted(number) ? "north" : "south")]));

        var found = new SliceStage(new(model.Schema, rows, model.Metric, (_, _) => model.Calm, groups: null, CancellationToken.None), 1).Run([.. SliceTables.Columns, "site"], TestContext.Current.CancellationToken).Slices;

        Assert.Equal(["'site' = 'north'"], found.Select(slice => slice.Conditions));
    }

    [Fact]
    public void Run_RowsThatTheModelKnowsToBeHard_AreHardAndNotWeak()
    {
        // Half of them say yes, and the model says so.
        static double Said(SliceTables.Row row) => row.Plan == "plus" ? 0.5 : SliceTables.Sure(row);

        var found = Run(SliceTables.Classes(3000, 7, Said)).Slices;

        var slice = Assert.Single(found);
        Assert.Equal("'plan' = 'plus'", slice.Conditions);
        Assert.False(slice.IsUnexpected);
        Assert.InRange(slice.ExpectedLoss!.Value, 0.6, 0.7);
        Assert.Matches(
            @"^Where 'plan' = 'plus' \(\d+ rows, [\d.]+ %\), a row costs 0\.\d+ and elsewhere 0\.\d+, 1\.\d+ times as much \(1\.\d+ … [12](\.\d+)?\)\. By the model's own probabilities it would cost 0\.6\d*, so these rows may be harder for any model\.$",
            slice.Sentence);
    }

    [Fact]
    public void Run_Numbers_WideErrorsAreFound()
    {
        var planted = Run(SliceTables.Numbers(2000, 8, row => row.When.Month > 9 ? 3 : 1)).Slices;

        var slice = Assert.Single(planted);
        Assert.Equal(["when"], slice.Columns);
        Assert.Null(slice.ExpectedLoss);
        Assert.Matches(
            @"^Where 'when' after 2026-\d\d-\d\d \(\d+ rows, 2\d(\.\d)? %\), the model is off by 1\.\d+ a row and elsewhere by 0\.4\d*, [23](\.\d+)? times as much \(2\.\d+ … 3(\.\d+)?\)\. Whether these rows are harder for any model, the figures cannot tell\.$",
            slice.Sentence);
        Assert.Empty(Run(SliceTables.Numbers(2000, 8)).Slices);
    }

    [Fact]
    public void Run_OneGroupThatIsWrong_ProvesNothingOfALevel()
    {
        // All rows of one person are wrong; alone it looks like a weak level, as one draw of many it does not.
        static double Truth(SliceTables.Row row, int number) => number % 10 == 3 ? 1 - SliceTables.Sure(row) : SliceTables.Sure(row);
        StressedModel With(Func<int, int>? groups)
        {
            var model = SliceTables.Classes(1000, 9, SliceTables.Sure, Truth, groups);
            var rows = model.Rows.With(Core.Data.CategoryColumn.FromTexts("person", [.. Enumerable.Range(0, 1000).Select(row => $"person {row % 10}")]));
            return new(model.Schema, rows, model.Metric, (_, _) => model.Calm, model.Groups, CancellationToken.None);
        }

        SliceReport Look(StressedModel model) => new SliceStage(model, 1).Run(["person"], TestContext.Current.CancellationToken);

        Assert.Contains("'person' = 'person 3'", Look(With(null)).Slices.Select(slice => slice.Conditions));
        Assert.Empty(Look(With(row => row % 10)).Slices);
    }

    /// <summary>Answers drawn from the model's own probabilities, which differ from row to row: of 200 models at most 2 % may be called weak; it is none.</summary>
    [Theory]
    [InlineData("log_loss")]
    [InlineData("brier")]
    public void Run_ClassesFromTheModelItself_AreAlmostNeverCalledWeak(string metric)
    {
        var flagged = Enumerable.Range(0, 200).Count(seed => Run(SliceTables.Classes(800, seed, SliceTables.Varied, metric: metric), seed).Slices.Any(slice => slice.IsUnexpected));

        Assert.InRange(flagged, 0, 4);
    }

    /// <summary>Of 200 models at most 2 % may be called anything; it is none.</summary>
    [Fact]
    public void Run_ClassesOfOneProbability_AreAlmostNeverCalledWeakOrHard()
    {
        var flagged = Enumerable.Range(0, 200).Count(seed => Run(SliceTables.Classes(800, seed, _ => 0.3), seed).Slices.Count > 0);

        Assert.InRange(flagged, 0, 4);
    }

    /// <summary>Of 200 models at most 2 % may be called weak; it is none.</summary>
    [Fact]
    public void Run_NumbersOffByChance_AreAlmostNeverCalledWeak()
    {
        var flagged = Enumerable.Range(0, 200).Count(seed => Run(SliceTables.Numbers(800, seed), seed).Slices.Count > 0);

        Assert.InRange(flagged, 0, 4);
    }

    [Fact]
    public void Run_Unexpected_SaysWhatTheModelExpected()
    {
        var slice = Run(SliceTables.Classes(2000, 1, SliceTables.Sure, (row, _) => row.Plan == "pro" ? 0.5 : SliceTables.Sure(row))).Slices[0];

        Assert.Matches(
            @"^Where 'plan' = 'pro' \(6\d\d rows, 3\d(\.\d)? %\), a row costs 0\.\d+ and by the model's own probabilities would cost 0\.\d+; elsewhere it costs 0\.\d+ and would cost 0\.\d+\. The model is wrong there more often than it says\.$",
            slice.Sentence);
    }

    [Fact]
    public void Run_AnyCultureAndAgain_IsTheSame()
    {
        var model = SliceTables.Numbers(2000, 8, row => row.Age > 60 ? 3 : 1);
        var report = Run(model);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");

            var again = Run(model);

            Assert.NotEmpty(report.Slices);
            Assert.Equal(report.Slices.Select(slice => slice.Sentence), again.Slices.Select(slice => slice.Sentence));
            Assert.Equal(report.Slices.Select(slice => slice.PValue), again.Slices.Select(slice => slice.PValue));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Run_FewRows_SaysThatItDidNotLook()
    {
        var report = Run(SliceTables.Numbers(79, 1));

        Assert.Empty(report.Slices);
        Assert.Equal(["Weak slices were not looked for: 79 rows are fewer than the 80 that tell anything."], report.NotRun);
        Assert.Empty(SliceGateFigures.Of(report));
    }

    [Fact]
    public void Run_ManyColumnsAndRows_SaysWhatWasLookedAt()
    {
        var model = SliceTables.Numbers(20_100, 1);
        var rows = Enumerable.Range(0, 41).Aggregate(model.Rows, (table, number) => table.With(new Core.Data.NumberColumn($"more {number}", new double[20_100])));
        StressedModel wide = new(model.Schema, rows, model.Metric, (_, _) => model.Calm, groups: null, CancellationToken.None);

        var report = new SliceStage(wide, 1).Run([.. rows.Names.Where(name => name.StartsWith("more", StringComparison.Ordinal))], TestContext.Current.CancellationToken);

        Assert.Equal(["Weak slices were looked for on 20000 of 20100 rows, drawn by chance.", "Weak slices were looked for along 40 of 41 columns, those that matter most."], report.NotRun);
    }

    [Fact]
    public void GateFigures_CountWhatIsWeakAndWhatIsHard()
    {
        var weak = SliceGateFigures.Of(Run(SliceTables.Classes(2000, 1, SliceTables.Sure, (row, _) => row.Plan == "pro" ? 0.5 : SliceTables.Sure(row)))).ToArray();
        var calm = SliceGateFigures.Of(Run(SliceTables.Numbers(800, 1))).ToArray();

        Assert.Equal(["slices.weak", "slices.hard", "slices.worst_loss_ratio"], weak.Select(figure => figure.Name));
        Assert.Equal([1, 0], weak.Take(2).Select(figure => figure.Value));
        Assert.Matches(@"^first where 'plan' = 'pro', \d+ rows$", weak[0].About);
        Assert.Equal("loss where 'plan' = 'pro', over that elsewhere", weak[2].About);
        Assert.True(weak[2].Lower > 1 && weak[2].Lower < weak[2].Value && weak[2].Value < weak[2].Upper);
        Assert.Equal([0, 0, 1], calm.Select(figure => figure.Value));
        Assert.Equal(["none was found", "none was found", "no weak slice was found"], calm.Select(figure => figure.About));
    }
}
