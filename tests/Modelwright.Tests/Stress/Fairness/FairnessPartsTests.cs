using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Measures;
using Modelwright.Stress.Fairness;

namespace Modelwright.Tests.Stress.Fairness;

/// <summary>The parts that figures of fairness stand on, by hand.</summary>
public sealed class FairnessPartsTests
{
    private const double Normal = 1.959963984540054;

    /// <summary>Wilson's interval of a share, by its formula.</summary>
    private static Estimate Wilson(int hits, int rows)
    {
        var (share, square) = ((double)hits / rows, Normal * Normal / rows);
        var (middle, half) = (share + (square / 2), Math.Sqrt((square * share * (1 - share)) + (square * square / 4)));
        return new(share, double.NaN, (middle - half) / (1 + square), (middle + half) / (1 + square), rows);
    }

    [Fact]
    public void Difference_OfTwoShares_IsNewcombesExample()
    {
        // Newcombe 1998, table II, example (a): 56 of 70 against 48 of 80, method 10.
        var gap = GroupGap.Difference([Wilson(56, 70), Wilson(48, 80)]);

        Assert.Equal((0.2, 0.0524, 0.3339), (Math.Round(gap.Value, 12), Math.Round(gap.Lower, 4), Math.Round(gap.Upper, 4)));
        Assert.Equal((0, 1), (gap.Highest, gap.Lowest));
    }

    [Fact]
    public void Gaps_OfAnyGroups_AreInTheirIntervalsAndInRange() => Gen.Select(Gen.Int[0, 50], Gen.Int[50, 90]).Array[2, 6].Sample(groups =>
    {
        Estimate[] shares = [.. groups.Select(group => Wilson(group.Item1, group.Item2))];

        var (difference, ratio) = (GroupGap.Difference(shares), GroupGap.Ratio(shares));

        Assert.InRange(difference.Value, difference.Lower, difference.Upper);
        Assert.InRange(ratio.Value, ratio.Lower, ratio.Upper);
        Assert.InRange(difference.Value, 0, 1);
        Assert.InRange(ratio.Value, 0, 1);
        Assert.InRange(ratio.Upper, 0, 1);

        // The two are taken on scales of their own, so that in a close case one may see a gap where the other sees none; of groups whose intervals lie apart both do.
        if (shares.Max(share => share.Lower) > shares.Min(share => share.Upper))
        {
            Assert.True(difference.Lower > 0);
            Assert.True(ratio.Upper < 1);
        }
    });

    [Fact]
    public void Ratio_WhereNobodyIsChosen_HasBounds()
    {
        var one = GroupGap.Ratio([Wilson(0, 50), Wilson(25, 50)]);
        var none = GroupGap.Ratio([Wilson(0, 50), Wilson(0, 50)]);

        Assert.Equal((0, 0), (one.Value, one.Lower));
        Assert.InRange(one.Upper, 0.1, 0.3);
        Assert.Equal((1, 0, 1), (none.Value, none.Lower, none.Upper));
    }

    [Fact]
    public void GroupMean_At_IsTheUsualIntervalAndWiderForMore()
    {
        RowFigure figure = new("x", "x", [.. Enumerable.Range(0, 80).Select(row => row < 48 ? 1.0 : 0)], FigureScale.Share);
        var mean = GroupMean.Of(figure, Enumerable.Range(0, 80), null, null);

        var (one, ten) = (mean.At(1), mean.At(10));

        // Wilson's of 48 of 80 by hand, but for Student's quantile in place of the normal one.
        Assert.Equal(Wilson(48, 80).Lower, one.Lower, 2);
        Assert.Equal(Wilson(48, 80).Upper, one.Upper, 2);
        // The two-sided 0.5 % point of Student's t with 79 degrees of freedom is 2.887, the 5 % point 1.990.
        Assert.InRange((ten.Upper - ten.Lower) / (one.Upper - one.Lower), 0.95 * 2.887 / 1.990, 1.01 * 2.887 / 1.990);
    }

    [Fact]
    public void GroupMean_RateOfNothing_HasAnUpperEnd()
    {
        var none = GroupMean.Of(new("x", "x", new double[50], FigureScale.Share), Enumerable.Range(0, 50), null, null);

        Assert.Equal((0, 0), (none.At(1).Value, none.At(1).Lower));
        Assert.InRange(none.At(1).Upper, 0.06, 0.09);
        Assert.True(none.At(20).Upper > none.At(1).Upper);
    }

    [Fact]
    public void GroupMean_Root_IsTheRootOfTheMean()
    {
        var root = GroupMean.Of(new("x", "x", [1, 4, 9, 16], FigureScale.Root), Enumerable.Range(0, 4), null, null).At(1);

        Assert.Equal(Math.Sqrt(7.5), root.Value, 12);
        Assert.True(root.Lower > 0 && root.Lower < root.Value && root.Upper > root.Value);
    }

    [Fact]
    public void Groups_NumbersAndTimes_AreCutAtQuartiles()
    {
        var ages = new NumberColumn("age", [.. Enumerable.Range(1, 200).Select(value => (double)value), .. Enumerable.Repeat(double.NaN, 40)]);

        var groups = SensitiveGroups.Of(ages, null);

        Assert.Equal(["up to 50", "above 50 up to 100", "above 100 up to 150", "above 150", "no value"], groups.Names);
        Assert.Equal([0, 0, 1, 4], ((int[])[0, 49, 50, 239]).Select(row => groups.Assign(new([ages]))[row]));
        Assert.Equal(["up to 2026-02-19", "after 2026-02-19 up to 2026-04-10", "after 2026-04-10 up to 2026-05-30", "after 2026-05-30"], SensitiveGroups.Of(
            new TimeColumn("born", [.. Enumerable.Range(0, 200).Select(day => new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(day).Ticks)]), null).Names);
    }

    [Fact]
    public void Groups_BoundsAndFewValues_AreAsToldAndOneByOne()
    {
        var ages = new NumberColumn("age", [.. Enumerable.Range(0, 200).Select(row => (double)(row % 80))]);
        var flag = new NumberColumn("sex", [.. Enumerable.Range(0, 90).Select(row => row < 50 ? 1.0 : 0)]);

        Assert.Equal(["up to 25", "above 25 up to 65"], SensitiveGroups.Of(ages, [25, 65]).Names);
        Assert.Equal(["Groups of 'age' with fewer than 40 rows were left out, 28 rows in all: 'above 65'."], SensitiveGroups.Of(ages, [25, 65]).Notes);
        Assert.Equal(["1", "0"], SensitiveGroups.Of(flag, null).Names);
        // The groups of one table are found again in another, where a level may be new.
        Assert.Equal([1, 0, -1], SensitiveGroups.Of(flag, null).Assign(new([new NumberColumn("sex", [0, 1, 2])])));
    }

    [Fact]
    public void Groups_ManyLevels_AreThoseOfMostRows()
    {
        var many = CategoryColumn.FromTexts("race", [.. Enumerable.Range(0, 1000).Select(row => $"level {row % 25}")]);

        var groups = SensitiveGroups.Of(many, null);

        Assert.Equal(20, groups.Names.Count);
        Assert.Equal(["20 of 25 groups of 'race' were looked at, those of most rows. Join levels that belong together."], groups.Notes);
    }

    [Fact]
    public void Groups_ManySmallLevels_AreNotAllNamed()
    {
        var many = CategoryColumn.FromTexts("race", [.. Enumerable.Range(0, 70).Select(row => $"level {row % 7}")]);

        Assert.Equal(["Groups of 'race' with fewer than 40 rows were left out, 70 rows in all: 'level 0', 'level 1', 'level 2', 'level 3', 'level 4' and 2 more."], SensitiveGroups.Of(many, null).Notes);
    }

    [Theory]
    [InlineData("sex", true)]
    [InlineData("customer_age", true)]
    [InlineData("MaritalStatus", true)]
    [InlineData("Geschlecht", true)]
    [InlineData("GENDER", true)]
    [InlineData("yaş", true)]
    [InlineData("essex", false)]
    [InlineData("average", false)]
    [InlineData("vehicle_age", false)]
    [InlineData("stage", false)]
    public void IsSuggested_WholeWordsOfPeople(string name, bool isSuggested) => Assert.Equal(isSuggested, SensitiveColumns.IsSuggested(name));
}
