using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Features;
using Modelwright.Runtime.Steps.Categories.Spelling;
using Modelwright.Runtime.Steps.Together;

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

    /// <summary>The same with shops named in words.</summary>
    private static readonly Table Wordy = Rows.With(CategoryColumn.FromTexts("shop", [.. Enumerable.Range(0, FeatureTables.Rows).Select(row => $"{(row % 2 == 0 ? "bakery" : "butcher")} number {row * 31 % 90}")]));

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
        string[] Differing(LearnerInfo learner) =>
        [
            .. FeatureVariant.All.DistinctBy(variant => FeaturePlanner.Plan(FeatureTables.Schema(Wordy), Wordy, learner, variant).Key).Select(variant => variant.Name),
        ];

        Assert.Equal(["standard", "target_encoded", "plain", "dirty_categories", "aggregates"], Differing(FeatureTables.Boosting));
        Assert.Equal(["standard", "target_encoded", "plain", "dirty_categories", "aggregates", "normal_scores"], Differing(FeatureTables.Sums));
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

    [Theory]
    [InlineData(false, "cyclic: hour, weekday and month of 'since', where they come round twice")]
    [InlineData(true, "date_parts: elapsed days of 'since'")]
    public void Plan_OccurrencesOfATime_ByWhetherItRunsAlongTheRows(bool isShuffled, string description)
    {
        int[] order = [.. Enumerable.Range(0, FeatureTables.Rows)];
        if (isShuffled)
        {
            new Random(1).Shuffle(order);
        }

        var rows = Rows.Take(order);
        var plan = FeaturePlanner.Plan(FeatureTables.Schema(rows), rows, FeatureTables.NumberTrees, FeatureVariant.Occurrences);
        Assert.Equal(description, plan.Descriptions[0]);
    }

    [Fact]
    public void Find_UnknownVariant_SuggestsTheNearest()
    {
        var error = Assert.Throws<OptionsException>(() => FeatureVariant.Find("plan"));

        Assert.Equal("Feature variant 'plan' is not known. Did you mean 'plain'? There are: 'standard', 'category_statistics', 'number_pairs', 'target_encoded', 'plain', 'dirty_categories', 'aggregates', 'normal_scores'.", error.Message);
    }

    [Theory]
    [InlineData("dirty_categories", "ngrams")]
    [InlineData("aggregates", "group_aggregates")]
    [InlineData("normal_scores", "cyclic")]
    [InlineData("normal_scores", "quantile")]
    public void Plan_Variant_HasItsStepAndGivesWhatTheLearnerTakes(string variant, string step)
    {
        var plan = FeaturePlanner.Plan(FeatureTables.Schema(Wordy), Wordy, FeatureTables.Sums, FeatureVariant.Find(variant));

        var fitted = plan.Fit(Wordy, FeatureTables.Target(), null, 1, TestContext.Current.CancellationToken);

        Assert.Contains(step, plan.Steps.Select(planned => planned.Name));
        Assert.All(fitted.Apply(Wordy).Columns, column => Assert.True(column.Type == ColumnType.Number && !Enumerable.Range(0, column.RowCount).Any(column.IsMissing), column.Name));
    }

    [Theory]
    [InlineData(400, 30, 8)]
    [InlineData(500_000, 20, 4)]
    [InlineData(1_100_000, 0, 1)]
    [InlineData(5_000_000, 0, 0)]
    public void Plan_VeryManyRows_FewerColumnsOfAVariant(int rowCount, int runs, int pairs)
    {
        var ground = FeatureGround.Of(FeatureTables.Schema(Wordy), Wordy, NamedSteps.None, target: null) with { RowCount = rowCount };
        ground = ground with { Columns = [.. ground.Columns, .. Enumerable.Range(0, 7).Select(place => new ColumnFacts($"n{place}", ColumnType.Number, 0, true))] };

        var spelled = FeaturePlanner.Plan(ground, FeatureTables.Boosting, FeatureVariant.DirtyCategories).Steps.OfType<Ngrams>().SingleOrDefault();
        var grouped = FeaturePlanner.Plan(ground, FeatureTables.Boosting, FeatureVariant.Aggregated).Steps.OfType<GroupAggregates>().SingleOrDefault();

        Assert.Equal(runs, spelled?.Width ?? 0);
        Assert.Equal(pairs, grouped?.Pairs!.Count ?? 0);
    }

    [Fact]
    public void Plan_ListsAndPlaces_TheirStepsForEveryLearner()
    {
        var schema = new Schema(
        [
            new("lat", ColumnType.Number) { Kind = ColumnKind.Latitude },
            new("lon", ColumnType.Number) { Kind = ColumnKind.Longitude },
            new("shop", ColumnType.Text) { Kind = ColumnKind.Coordinates },
            new("tags", ColumnType.Text) { Kind = ColumnKind.List, ListSeparator = "|" },
            new("amount", ColumnType.Number, ColumnRole.Target),
        ]);
        var rows = new Table(
        [
            new NumberColumn("lat", [.. Enumerable.Range(0, 60).Select(row => row % 50 * 1.0)]),
            new NumberColumn("lon", [.. Enumerable.Range(0, 60).Select(row => row % 7 * 1.0)]),
            new TextColumn("shop", [.. Enumerable.Range(0, 60).Select(row => $"{row % 9}, 13.4")]),
            new TextColumn("tags", [.. Enumerable.Range(0, 60).Select(row => row % 2 == 0 ? "red|blue" : "red")]),
        ]);

        foreach (var learner in (LearnerInfo[])[FeatureTables.Boosting, FeatureTables.Sums])
        {
            var plan = FeaturePlanner.Plan(schema, rows, learner);
            var fitted = plan.Fit(rows, new NumberColumn("amount", new double[60]), null, 1, TestContext.Current.CancellationToken);

            Assert.Equal(["lists", "coordinates", "coordinates"], plan.Steps.Take(3).Select(step => step.Name));
            Assert.DoesNotContain("tf_idf", plan.Steps.Select(step => step.Name));
            Assert.Equal(["tags"], fitted.Features.Single(feature => feature.Name == "tags=blue").Origins);
            Assert.Equal(["shop"], fitted.Features.Single(feature => feature.Name == "shop:km1").Origins);
            Assert.Equal(["lat", "lon"], fitted.Features.Single(feature => feature.Name == "lat+lon:z").Origins);
            Assert.DoesNotContain("shop", fitted.Training.Names);
        }
    }

    [Fact]
    public void Plan_NamedSteps_ComeFirstAndTheirColumnsArePlannedFor()
    {
        var ground = FeatureGround.Of(FeatureTables.Schema(Rows), Rows, NamedSteps.Parse("bins:age(count=5),frequency:shop,hashing:note(width=4)"), FeatureTables.Target());

        var plan = FeaturePlanner.Plan(ground, FeatureTables.Sums, FeatureVariant.Standard);
        var fitted = plan.Fit(Rows, FeatureTables.Target(), null, 1, TestContext.Current.CancellationToken);

        Assert.Equal(["bins", "frequency", "hashing", "date_parts", "ordinal", "impute", "scale", "one_hot"], plan.Steps.Select(step => step.Name));
        Assert.Equal("bins: named by you, 'bins:age(count=5)'", plan.Descriptions[0]);
        Assert.Contains("age=>= 59.6", fitted.Training.Names);
        Assert.Contains("shop:share", fitted.Training.Names);
        Assert.DoesNotContain("shop", fitted.Training.Names);
        Assert.Equal(["age"], fitted.Features.Single(feature => feature.Name == "age=>= 59.6").Origins);
        Assert.Equal(["note"], fitted.Features.Single(feature => feature.Name == "note:hash0").Origins);
    }

    [Fact]
    public void Plan_NamedColumnThatSaysNothing_IsUsed()
    {
        var ground = FeatureGround.Of(FeatureTables.Schema(Rows), Rows, NamedSteps.Parse("arithmetic:age/fixed(operations=ratio)"), FeatureTables.Target());

        var plan = FeaturePlanner.Plan(ground, FeatureTables.Boosting, FeatureVariant.Plain);

        Assert.Contains("fixed", plan.Inputs);
        Assert.Empty(plan.LeftOut);
        Assert.Contains("age/fixed", plan.Fit(Rows, FeatureTables.Target(), null, 1, TestContext.Current.CancellationToken).Training.Names);
    }

    [Theory]
    [InlineData("impute")]
    [InlineData("scale")]
    [InlineData("clip")]
    [InlineData("quantile")]
    [InlineData("power")]
    [InlineData("bins")]
    [InlineData("levels")]
    [InlineData("rare_levels")]
    [InlineData("one_hot")]
    [InlineData("ordinal")]
    [InlineData("target_encoding")]
    [InlineData("ordered_target(pairs=3)")]
    [InlineData("ordered_target:shop/age+plan")]
    [InlineData("frequency")]
    [InlineData("hashing")]
    [InlineData("ngrams")]
    [InlineData("text_statistics")]
    [InlineData("tf_idf")]
    [InlineData("projection")]
    [InlineData("date_parts")]
    [InlineData("cyclic")]
    [InlineData("holidays(country=FR)")]
    [InlineData("coordinates:age/fixed")]
    [InlineData("lists")]
    [InlineData("group_aggregates")]
    [InlineData("arithmetic")]
    [InlineData("arithmetic(most=5)")]
    public void Features_EveryNamedStep_TraceToColumnsOfTheTable(string steps)
    {
        var schema = FeatureTables.Schema(Rows);
        var ground = FeatureGround.Of(schema, Rows, NamedSteps.Parse(steps), FeatureTables.Target());

        var plan = FeaturePlanner.Plan(ground, FeatureTables.Sums, FeatureVariant.Standard);
        var fitted = plan.Fit(Rows, FeatureTables.Target(), null, 1, TestContext.Current.CancellationToken);

        var columns = schema.Features.Select(column => column.Name).ToHashSet();
        Assert.Equal(fitted.Training.Names, fitted.Features.Select(feature => feature.Name));
        Assert.All(fitted.Features, feature => Assert.True(feature.Origins.Count is 1 or 2 && feature.Origins.All(columns.Contains), feature.Name));
        Assert.All(fitted.Features, feature => Assert.True(feature.Origins.All(origin => feature.Name.Contains(origin, StringComparison.Ordinal)), feature.Name));
        Assert.Equal(fitted.Training.Names, fitted.Apply(Rows).Names);
    }
}
