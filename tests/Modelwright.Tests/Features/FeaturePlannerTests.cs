using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Features;

namespace Modelwright.Tests.Features;

public sealed class FeaturePlannerTests
{
    private static readonly Table Rows = FeatureTables.Table();

    public static TheoryData<string, string[]> Expected { get; } = new()
    {
        { "boosting", ["date_parts", "text_statistics", "target_encoding", "rare_levels", "levels", "tf_idf"] },
        { "number trees", ["date_parts", "text_statistics", "target_encoding", "ordinal", "one_hot", "tf_idf"] },
        { "filled trees", ["date_parts", "text_statistics", "target_encoding", "ordinal", "impute", "one_hot", "tf_idf"] },
        { "sums", ["date_parts", "target_encoding", "ordinal", "impute", "scale", "one_hot", "tf_idf"] },
        { "filled categories", ["date_parts", "text_statistics", "target_encoding", "rare_levels", "levels", "impute", "tf_idf"] },
    };

    private static LearnerInfo Learner(string name) => name switch
    {
        "boosting" => FeatureTables.Boosting,
        "number trees" => FeatureTables.NumberTrees,
        "filled trees" => FeatureTables.FilledTrees,
        "sums" => FeatureTables.Sums,
        _ => FeatureTables.FilledCategories,
    };

    [Theory]
    [MemberData(nameof(Expected))]
    public void Plan_LearnerOfANeed_StepsInOrder(string learner, string[] steps)
    {
        var plan = FeaturePlanner.Plan(FeatureTables.Schema(Rows), Rows, Learner(learner));

        Assert.Equal(steps, plan.Steps.Select(step => step.Name));
        Assert.Equal(steps, plan.Descriptions.Select(text => text[..text.IndexOf(':', StringComparison.Ordinal)]));
    }

    [Theory]
    [MemberData(nameof(Expected))]
    public void Fit_LearnerOfANeed_GetsWhatItTakes(string learner, string[] steps)
    {
        Assert.NotEmpty(steps);
        var info = Learner(learner);
        var fitted = FeaturePlanner.Plan(FeatureTables.Schema(Rows), Rows, info).Fit(Rows, FeatureTables.Target(), null, 1, TestContext.Current.CancellationToken);

        var applied = fitted.Apply(Rows);
        Assert.Equal(fitted.Training.Names, applied.Names);
        foreach (var column in fitted.Training.Columns.Concat(applied.Columns))
        {
            Assert.Contains(column.Type, info.Takes);
            Assert.True(info.TakesMissing || !Enumerable.Range(0, column.RowCount).Any(column.IsMissing), column.Name);
        }
    }

    [Fact]
    public void Plan_SameInputs_SameKey()
    {
        var first = FeaturePlanner.Plan(FeatureTables.Schema(Rows), Rows, FeatureTables.Sums);
        var again = FeaturePlanner.Plan(FeatureTables.Schema(Rows), FeatureTables.Table(), FeatureTables.Sums with { Name = "another" });

        Assert.Equal(first.Key, again.Key);
    }

    [Fact]
    public void Plan_OtherVariant_OtherKey()
    {
        var keys = FeatureVariant.All.Select(variant => FeaturePlanner.Plan(FeatureTables.Schema(Rows), Rows, FeatureTables.Boosting, variant).Key);

        Assert.Equal(FeatureVariant.All.Count, keys.Distinct().Count());
    }

    [Fact]
    public void Plan_ConstantColumn_IsLeftOut()
    {
        var plan = FeaturePlanner.Plan(FeatureTables.Schema(Rows), Rows, FeatureTables.Boosting);

        Assert.Equal(["fixed"], plan.LeftOut);
        Assert.DoesNotContain("fixed", plan.Inputs);
    }

    [Fact]
    public void Plan_Baseline_UsesNoColumn()
    {
        var plan = FeaturePlanner.Plan(FeatureTables.Schema(Rows), Rows, FeatureTables.Boosting with { IsBaseline = true });

        Assert.Empty(plan.Inputs);
        Assert.Equal(FeatureTables.Rows, plan.Fit(Rows, FeatureTables.Target(), null, 0, TestContext.Current.CancellationToken).Training.RowCount);
    }

    [Fact]
    public void Plan_ElevenClasses_NoTargetEncoding()
    {
        var target = new ColumnSpec("amount", ColumnType.Category, ColumnRole.Target) { Levels = [.. Enumerable.Range(0, 11).Select(level => $"c{level}")] };

        var plan = FeaturePlanner.Plan(FeatureTables.Schema(Rows, target), Rows, FeatureTables.Sums, FeatureVariant.TargetEncoded);

        Assert.DoesNotContain("target_encoding", plan.Steps.Select(step => step.Name));
    }

    [Theory]
    [InlineData(500, 5, new[] { "rare_levels" })]
    [InlineData(501, 5, new[] { "target_encoding" })]
    [InlineData(501, 11, new[] { "rare_levels" })]
    public void Plan_CategoryOfManyLevels_TakenAsNumbersWhereItCanBeEncoded(int levels, int classes, string[] steps)
    {
        var rows = new Table([CategoryColumn.FromTexts("place", [.. Enumerable.Range(0, 20 * levels).Select(row => $"p{row % levels}")])]);
        var target = new ColumnSpec("answer", ColumnType.Category, ColumnRole.Target) { Levels = [.. Enumerable.Range(0, classes).Select(level => $"c{level}")] };

        var plan = FeaturePlanner.Plan(new([new("place", ColumnType.Category, ColumnRole.Feature), target]), rows, FeatureTables.Boosting);

        Assert.Equal(steps, plan.Steps.Select(step => step.Name));
    }

    [Fact]
    public void Plan_ColumnAbsent_SaysWhich()
    {
        var error = Assert.Throws<DataException>(() => FeaturePlanner.Plan(FeatureTables.Schema(Rows), Rows.Without(["age"]), FeatureTables.Sums));

        Assert.Equal("Column 'age' was not found. The table has: 'fixed', 'plan', 'answer', 'shop', 'since', 'note'. Check the spelling (case matters).", error.Message);
    }

    [Fact]
    public void Features_AfterFit_TraceBackToColumns()
    {
        var fitted = FeaturePlanner.Plan(FeatureTables.Schema(Rows), Rows, FeatureTables.Sums).Fit(Rows, FeatureTables.Target(), null, 1, TestContext.Current.CancellationToken);

        Assert.Equal(fitted.Training.Names, fitted.Features.Select(feature => feature.Name));
        Assert.All(fitted.Features, feature => Assert.Single(feature.Origins));
        Assert.Equal(["since"], fitted.Features.Single(feature => feature.Name == "since:month").Origins);
        Assert.Equal(["since"], fitted.Features.Single(feature => feature.Name == "since:year:missing").Origins);
        Assert.Equal(["plan"], fitted.Features.Single(feature => feature.Name == "plan=(missing)").Origins);
    }

    [Fact]
    public void Find_UnknownVariant_SuggestsTheNearest()
    {
        var error = Assert.Throws<OptionsException>(() => FeatureVariant.Find("plan"));

        Assert.Equal("Feature variant 'plan' is not known. Did you mean 'plain'? There are: 'standard', 'target_encoded', 'plain'.", error.Message);
    }
}
