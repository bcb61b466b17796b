using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Measures;
using Modelwright.Stress;
using Modelwright.Stress.Slices;

namespace Modelwright.Tests.Stress.Slices;

/// <summary>The parts that the search for weak slices stands on, by hand.</summary>
public sealed class SlicePartsTests
{
    private static int[] All(int rows) => [.. Enumerable.Range(0, rows)];

    [Fact]
    public void Shares_ByHand_AreThoseOfBenjaminiAndYekutieli()
    {
        Assert.All(FalseDiscoveries.Shares([0.02, 0.01, 0.03]), share => Assert.Equal(0.03 * 11 / 6, share, 12));
        Assert.Equal([0.75, 0.003], FalseDiscoveries.Shares([0.5, 0.001]).Select(share => Math.Round(share, 12)));
        Assert.Empty(FalseDiscoveries.Shares([]));
    }

    [Fact]
    public void Shares_AnyTests_KeepTheirOrderAndAreNoLessThanTheChance() => Gen.Double[0, 1].Array[1, 20].Sample(chances =>
    {
        var shares = FalseDiscoveries.Shares(chances);
        int[] order = [.. All(chances.Length).OrderBy(test => chances[test])];
        Assert.All(All(chances.Length), test => Assert.InRange(shares[test], chances[test], 1));
        Assert.All(order.Zip(order.Skip(1)), pair => Assert.True(shares[pair.First] <= shares[pair.Second]));
    });

    [Fact]
    public void DrawnMean_ByHand_IsWelchsTest()
    {
        double[] figures = [3, 4, 5, 6, 7, 1, 2, 3, 4, 5];
        var (inside, outside) = (DrawnMean.Of(figures, [0, 1, 2, 3, 4], null, null), DrawnMean.Of(figures, [5, 6, 7, 8, 9], null, null));

        Assert.Equal((5.0, 5, 5), (inside.Value, inside.Draws, inside.Rows));
        Assert.Equal(Math.Sqrt(0.5), inside.Error, 12);
        // Student's t of 2 with 8 degrees of freedom, from a table.
        Assert.Equal(0.0403, inside.ChanceOfMore(outside), 4);
        Assert.Equal(1 - inside.ChanceOfMore(outside), outside.ChanceOfMore(inside), 12);
    }

    [Fact]
    public void DrawnMean_RowsThatBelongTogether_CountAsOneDraw()
    {
        double[] figures = [1, 1, 1, 5, 5, 5, 3, 3, 3];

        var together = DrawnMean.Of(figures, All(9), null, [0, 0, 0, 1, 1, 1, 2, 2, 2]);

        Assert.Equal(3, together.Draws);
        Assert.Equal(DrawnMean.Of([1, 5, 3], All(3), null, null).Error, together.Error, 12);
    }

    [Fact]
    public void DrawnMean_WeightsAndGaps_AreThoseOfRowsThatCount()
    {
        double[] figures = [1, double.NaN, 3, 100];

        var mean = DrawnMean.Of(figures, All(4), [1, 5, 3, 0], null);

        Assert.Equal((2.5, 2), (mean.Value, mean.Rows));
        Assert.Equal(DrawnMean.Of([1, 3, 3, 3], All(4), null, null).Deviation, mean.Deviation, 12);
    }

    [Fact]
    public void DrawnMean_RowsWithoutASpread_ProveNoMoreThanTheOthersSpreadAllows()
    {
        // Twelve rows that are all wrong, where two of three are wrong elsewhere: not rare, though they show no spread.
        double[] figures = [.. Enumerable.Repeat(1.0, 12), .. Enumerable.Range(0, 300).Select(row => row % 3 == 0 ? 0.0 : 1)];

        Assert.InRange(DrawnMean.Of(figures, All(12), null, null).ChanceOfMore(DrawnMean.Of(figures, All(312).Skip(12), null, null)), 0.005, 0.03);
    }

    [Fact]
    public void RowHalves_GroupsStayTogetherAndHalvesPartTheRows() => Gen.Select(Gen.Int[0, 200], Gen.Int[1, 40], Gen.Int[0, 1000]).Sample((rows, groups, seed) =>
    {
        int[] together = [.. All(rows).Select(row => row * 7 % groups)];

        var halves = RowHalves.Of(rows, together, seed);

        Assert.Equal(All(rows), halves.First.Concat(halves.Second).Order());
        Assert.Empty(halves.First.Select(row => together[row]).Intersect(halves.Second.Select(row => together[row])));
    });

    [Fact]
    public void ConditionCutter_Numbers_AreCutAtTenthsAndNamed()
    {
        var table = new Table([new NumberColumn("x", [.. Enumerable.Range(1, 99).Select(value => (double)value), double.NaN])]);

        var conditions = new ConditionCutter(table, All(100)).Of("x").ToArray();

        Assert.Equal(54 + 1, conditions.Length);
        Assert.Equal("'x' up to 9", conditions[0].Words);
        Assert.Contains(conditions, condition => condition.Words == "'x' above 29 up to 59");
        Assert.Contains(conditions, condition => condition.Words == "'x' above 89");
        Assert.All(conditions.SkipLast(1), condition => Assert.False(condition.Holds[99]));
        Assert.Equal(("'x' is missing", 1), (conditions[^1].Words, conditions[^1].Holds.Count(holds => holds)));
        Assert.Equal(30, conditions.Single(condition => condition.Words == "'x' above 29 up to 59").Holds.Count(holds => holds));
    }

    [Fact]
    public void ConditionCutter_FewNumbersLevelsTimesAndTexts_HaveTheirOwn()
    {
        var table = new Table(
        [
            new NumberColumn("flag", [0, 1, 1, 0]),
            CategoryColumn.FromTexts("plan", ["a", null, "b", "b"]),
            new TimeColumn("when", [.. Enumerable.Range(1, 4).Select(month => new DateTime(2026, month, 1, 0, 0, 0, DateTimeKind.Unspecified).Ticks)]),
            new TextColumn("text", ["one", "two", null, "four"]),
        ]);
        string[] Words(string name) => [.. new ConditionCutter(table, All(4)).Of(name).Select(condition => condition.Words)];

        Assert.Equal(["'flag' = 0", "'flag' = 1", "'flag' up to 0", "'flag' above 0", "'flag' is missing"], Words("flag"));
        Assert.Equal(["'plan' = 'b'", "'plan' = 'a'", "'plan' is missing"], Words("plan"));
        Assert.Contains("'when' after 2026-01-01 up to 2026-03-01", Words("when"));
        Assert.Equal(["'text' is missing"], Words("text"));
    }

    [Fact]
    public void ScaledColumn_Words_AreWhatTheCutsAre()
    {
        var numbers = ScaledColumn.Of(new NumberColumn("x", [1.23456789, 2.5, double.PositiveInfinity, 1e9]))!;
        var times = ScaledColumn.Of(new TimeColumn("t", [new DateTime(2026, 5, 1, 14, 5, 0, DateTimeKind.Unspecified).Ticks]))!;

        Assert.Equal([1.23457, 2.5], numbers.Cuts(All(4), 3));
        Assert.Equal("up to 1.23457", numbers.Between(double.NegativeInfinity, 1.23457));
        Assert.Equal("2026-05-01 14:05:00", times.Say(times.Values[0]));
        Assert.Empty(times.Cuts(All(1), 4));
        Assert.Null(ScaledColumn.Of(new TextColumn("text", ["a"])));
    }

    [Fact]
    public void RowCosts_OnTheModelsOwnDistribution_AreAsExpected()
    {
        // Of a hundred rows at 30 %, thirty are true: what the rows cost is then just what the model expects.
        ClassAnswers answers = new(["no", "yes"], [.. All(100).Select(row => row < 30 ? 1 : 0)], [.. All(100).SelectMany(_ => (double[])[0.7, 0.3])]);

        foreach (var metric in (string[])["log_loss", "brier"])
        {
            var costs = RowCosts.Of(BuiltInMetrics.Get(metric), answers);
            Assert.Equal(costs.Expected!.Sum(), costs.Losses.Sum(), 9);
        }
    }

    [Fact]
    public void RowCosts_RowsFarOff_AreBounded()
    {
        ClassAnswers sure = new(["no", "yes"], [0], [0.0, 1]);
        NumberAnswers numbers = new(new double[5], [1, 2, 3, 4, 1e9]);

        Assert.Equal(-Math.Log(0.01), RowCosts.Of(BuiltInMetrics.Get("log_loss"), sure).Losses[0], 12);
        Assert.Equal([1, 2, 3, 4, 30], RowCosts.Of(BuiltInMetrics.Get("rmse"), numbers).Losses);
    }
}
