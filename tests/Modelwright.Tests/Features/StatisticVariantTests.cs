using Modelwright.Core.Data;
using Modelwright.Features;

namespace Modelwright.Tests.Features;

/// <summary>Variants that make columns by what they tell of the target.</summary>
public sealed class StatisticVariantTests
{
    private static readonly Table Rows = WithBranches(110);

    private static Table WithBranches(int count) => FeatureTables.Table().With(new NumberColumn("branch", [.. Enumerable.Range(0, FeatureTables.Rows).Select(row => 100.0 + (row * 17 % count))]));

    private static FeaturePlan Plan(FeatureVariant variant, ColumnSpec? target = null) =>
        FeaturePlanner.Plan(FeatureTables.Schema(Rows, target), Rows, FeatureTables.Boosting, variant);

    [Fact]
    public void Plan_CategoryStatistics_ManyLevelsThemselvesAndAllOthersAsPartsOfPairs()
    {
        var plan = Plan(FeatureVariant.CategoryStatistics);

        Assert.Equal("ordered_target", plan.Steps[0].Name);
        Assert.Equal("ordered_target: the mean target of the rows before, for 'shop', 'plan', 'answer', 'age', 'branch' and at most 10 pairs of them", plan.Descriptions[0]);
        var made = plan.Fit(Rows, FeatureTables.Target(), null, 1, TestContext.Current.CancellationToken);
        Assert.Contains("shop:ordered", made.Training.Names);
        Assert.DoesNotContain("plan:ordered", made.Training.Names);
        Assert.Equal(made.Training.Names, made.Apply(Rows).Names);
    }

    [Theory]
    [InlineData(3, 10)]
    [InlineData(9, 5)]
    [InlineData(10, 4)]
    public void Plan_ManyClasses_FewerPairs(int classes, int pairs)
    {
        var target = new ColumnSpec("amount", ColumnType.Category, ColumnRole.Target) { Levels = [.. Enumerable.Range(0, classes).Select(level => $"c{level}")] };

        Assert.EndsWith($"and at most {pairs} pairs of them", Plan(FeatureVariant.CategoryStatistics, target).Descriptions[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_ElevenClasses_AsTheStandard()
    {
        var target = new ColumnSpec("amount", ColumnType.Category, ColumnRole.Target) { Levels = [.. Enumerable.Range(0, 11).Select(level => $"c{level}")] };

        Assert.Equal(Plan(FeatureVariant.Standard, target).Key, Plan(FeatureVariant.CategoryStatistics, target).Key);
        Assert.Equal(Plan(FeatureVariant.Standard, target).Key, Plan(FeatureVariant.NumberPairs, target).Key);
    }

    [Fact]
    public void Plan_NumberPairs_ResultsAreLookedForFirst()
    {
        var plan = Plan(FeatureVariant.NumberPairs);

        Assert.Equal("arithmetic: at most 10 differences, ratios, products and sums of two numbers that tell more than both together", plan.Descriptions[0]);
    }

    [Fact]
    public void Fit_RowsWithATime_TheOrderIsThatOfTime()
    {
        var schema = new Schema([new("shop", ColumnType.Category) { Levels = [.. ((CategoryColumn)Rows["shop"]).Levels] }, new("branch", ColumnType.Number), new("when", ColumnType.Number, ColumnRole.Time), new("amount", ColumnType.Number, ColumnRole.Target)]);
        var rows = Rows.Select(["shop", "branch"]).With(new NumberColumn("when", [.. Enumerable.Range(0, FeatureTables.Rows).Select(row => (double)-row)]));
        var plan = FeaturePlanner.Plan(schema, rows, FeatureTables.Boosting, FeatureVariant.CategoryStatistics);
        double[] answers = [.. Enumerable.Range(0, FeatureTables.Rows).Select(row => (double)(row % 5))];

        double[] Encoded(double[] target)
        {
            var made = (NumberColumn)plan.Fit(rows, new NumberColumn("amount", target), null, 1, TestContext.Current.CancellationToken).Training["shop:ordered"];
            return [.. Enumerable.Range(0, FeatureTables.Rows).Select(made.Values.At)];
        }

        // The last row is the first in time; answers of the first hundred rows, which come last, change nothing for rows before them.
        double[] changed = [.. answers.Select((answer, row) => row < 100 ? 4 - answer : answer)];
        Assert.Equal(Encoded(answers)[100..370], Encoded(changed)[100..370]);
        Assert.NotEqual(Encoded(answers)[..99], Encoded(changed)[..99]);
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public void Plan_NoColumnOfManyValues_AsTheStandard(int branches, bool differs)
    {
        var rows = WithBranches(branches);
        FeaturePlan Of(FeatureVariant variant) => FeaturePlanner.Plan(FeatureTables.Schema(rows), rows, FeatureTables.Boosting, variant);

        Assert.Equal(differs, Of(FeatureVariant.Standard).Key != Of(FeatureVariant.CategoryStatistics).Key);
    }

    [Theory]
    [InlineData(new[] { 1.0, 2, 3, 1, 2, 3 }, 3)]
    [InlineData(new[] { 1.0, 2, 3, 4, 5, 6 }, 0)]
    [InlineData(new[] { 1.5, 2, 3, 1.5, 2, 3 }, 0)]
    [InlineData(new[] { 1e300, 2, 3, 1e300, 2, 3 }, 0)]
    [InlineData(new[] { double.NaN, 2, 3, 5, 2, 3, 5, double.NaN }, 3)]
    [InlineData(new double[0], 0)]
    public void CountOf_Numbers_CodesWhereWholeAndRepeated(double[] values, int expected) => Assert.Equal(expected, RepeatedCodes.CountOf(new("n", values)));
}
