using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Steps.Categories;
using Modelwright.Runtime.Steps.Filling;
using Modelwright.Runtime.Steps.Numbers;
using Modelwright.Runtime.Steps.Texts;
using Modelwright.Runtime.Steps.Times;

namespace Modelwright.Runtime.Tests.Steps;

/// <summary>
/// Steps against values from elsewhere. Origin of the terms, scaled and filled values: scikit-learn 1.2.1 (TfidfVectorizer with
/// min_df=2, StandardScaler, SimpleImputer) on the same inputs. Encodings: the formula of Micci-Barreca 2001 worked by hand.
/// </summary>
public sealed class StepReferenceTests
{
    /// <summary>Sums are taken in another order there; a few units in the last place remain.</summary>
    private const double Tolerance = 1e-14;

    private static readonly string[] Documents =
        ["The cat sat on the mat", "The dog sat on the log; the dog barked", "Cats and dogs", " the CAT and the dog and the cat"];

    private static double[] Values(Table rows, string name)
    {
        var values = new double[rows.RowCount];
        ((NumberColumn)rows[name]).Values.CopyTo(values);
        return values;
    }

    private static void AssertClose(double[] expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (var row = 0; row < expected.Length; row++)
        {
            Assert.Equal(expected[row], found[row], Tolerance);
        }
    }

    [Fact]
    public void TfIdf_WordsAndPairs_AsReference()
    {
        var rows = new Table([new TextColumn("t", Documents)]);

        var made = new TfIdf { MinDocuments = 2 }.Fit(new(rows)).Training;

        Assert.Equal(["t:and", "t:cat", "t:dog", "t:on", "t:on the", "t:sat", "t:sat on", "t:the", "t:the cat", "t:the dog"], made.Names);
        AssertClose([0, 0, 1, 0.4610405744224357], Values(made, "t:and"));
        AssertClose([0.3562589494597691, 0, 0, 0.4610405744224357], Values(made, "t:cat"));
        AssertClose([0, 0.47660977740757465, 0, 0.27229799022549456], Values(made, "t:dog"));
        AssertClose([0.48834144364259136, 0.4782594227526753, 0, 0.4626363315251023], Values(made, "t:the"));
        AssertClose([0.3562589494597691, 0.28149341231513836, 0, 0], Values(made, "t:sat on"));
        AssertClose([0.3562589494597691, 0, 0, 0.4610405744224357], Values(made, "t:the cat"));
    }

    [Fact]
    public void TfIdf_PlainCounts_AsReference()
    {
        var rows = new Table([new TextColumn("t", Documents)]);

        var made = new TfIdf { MinDocuments = 2, Pairs = false, Sublinear = false }.Fit(new(rows)).Training;

        AssertClose([0.4217600373901357, 0, 0, 0.5181474413857198], Values(made, "t:cat"));
        AssertClose([0.682902198401802, 0.7040954171168171, 0, 0.6292275146695526], Values(made, "t:the"));
    }

    [Fact]
    public void TfIdf_MoreTermsThanRoomWhileCounting_SameWeights()
    {
        var texts = new string?[400];
        for (var row = 0; row < texts.Length; row++)
        {
            texts[row] = FormattableString.Invariant($"common word{row} other{row * 7} half{row % 2}");
        }

        var column = new TextColumn("t", texts);
        var (terms, weights) = Vocabulary.Learn(column, new() { MinDocuments = 100 }, CancellationToken.None);
        var (tightTerms, tightWeights) = Vocabulary.Learn(column, new() { MinDocuments = 100 }, CancellationToken.None, mostCounted: 50);

        Assert.Equal(["common", "half0", "half1"], terms);
        Assert.Equal(terms, tightTerms);
        Assert.Equal(weights, tightWeights);
    }

    [Fact]
    public void Scale_WithAndWithoutWeights_AsReference()
    {
        var rows = new Table([new NumberColumn("x", [1.5, 2.0, -3.25, 10.0, 0.1])]);

        var plain = new Scale().Fit(new(rows)).Training;
        var weighted = new Scale().Fit(new(rows) { Weights = [1, 2, 0.5, 1, 3.0] }).Training;

        AssertClose([-0.1304939036190486, -0.0160255671111112, -1.2179431004444543, 1.8154678170158873, -0.4510052458412734], Values(plain, "x"));
        AssertClose([-0.11336027889014094, 0.03197341199465509, -1.4940303422957033, 2.3573124661513916, -0.5202946133675698], Values(weighted, "x"));
    }

    [Fact]
    public void Scale_ConstantColumn_IsZeroAndMissingStays()
    {
        var step = new Scale().Fit(new(new Table([new NumberColumn("x", [0.1, 0.1, 0.1])]))).Step;

        Assert.Equal([0, 0, double.NaN], Values(step.Apply(new([new NumberColumn("x", [0.1, 7, double.NaN])])), "x"));
    }

    [Fact]
    public void Impute_Median_AsReferenceWithIndicator()
    {
        var rows = new Table([new NumberColumn("x", [3, double.NaN, 1, 10, 4.5]), new NumberColumn("same rows", [1, double.NaN, 1, 2, 2])]);

        var made = new Impute().Fit(new(rows)).Training;

        Assert.Equal(["x", "x:missing", "same rows"], made.Names);
        Assert.Equal([3, 3.75, 1, 10, 4.5], Values(made, "x"));
        Assert.Equal([0, 1, 0, 0, 0], Values(made, "x:missing"));
    }

    [Fact]
    public void TargetEncoding_TenRows_AsFormula()
    {
        string[] levels = ["a", "a", "a", "b", "b", "b", "c", "c", "d", "d"];
        var rows = new Table([CategoryColumn.FromTexts("x", levels)]);
        var target = new NumberColumn("y", [1, 0, 1, 1, 0, 0, 1, 0, 1, 1]);

        var step = new TargetEncoding { Smoothing = 10 }.Fit(new(rows) { Target = target }).Step;
        var made = step.Apply(new([CategoryColumn.FromTexts("x", ["a", "b", "c", "d", "new", null])]));

        AssertClose([0.6153846153846154, 0.5384615384615384, 0.5833333333333334, 0.6666666666666666, 0.6, 0.6], Values(made, "x:target"));
    }

    [Fact]
    public void TargetEncoding_LevelsOfOneRow_TrainingSaysNothingOfTheAnswer()
    {
        const int Rows = 500;
        var levels = new string?[Rows];
        var answers = new int[Rows];
        for (var row = 0; row < Rows; row++)
        {
            levels[row] = FormattableString.Invariant($"id{row}");
            answers[row] = row % 2;
        }

        var rows = new Table([CategoryColumn.FromTexts("id", levels)]);
        var fit = new TargetEncoding { Smoothing = 0 }.Fit(new(rows) { Target = new CategoryColumn("y", ["no", "yes"], answers) });

        // Out of fold an id is never seen before: all rows of a fold get one value, near the share of all.
        var values = Values(fit.Training, "id:target=yes");
        Assert.InRange(values.Distinct().Count(), 1, 5);
        Assert.All(values, value => Assert.InRange(value, 0.4, 0.6));
    }

    [Fact]
    public void TargetEncoding_WeightsOfOne_SameBitsAsNone()
    {
        var rows = new Table([CategoryColumn.FromTexts("x", ["a", "b", "a", "b", "a"])]);
        var target = new NumberColumn("y", [1.1, 2.2, 3.3, 4.4, 5.5]);

        var none = new TargetEncoding().Fit(new(rows) { Target = target });
        var ones = new TargetEncoding().Fit(new(rows) { Target = target, Weights = [1, 1, 1, 1, 1] });

        Assert.Equal(Values(none.Training, "x:target"), Values(ones.Training, "x:target"));
        Assert.Equal(Values(none.Step.Apply(rows), "x:target"), Values(ones.Step.Apply(rows), "x:target"));
    }

    [Fact]
    public void TargetEncoding_ElevenClasses_SaysWhatToUseInstead()
    {
        var classes = new CategoryColumn("y", [.. Enumerable.Range(0, 11).Select(level => $"c{level}")], [0]);
        var rows = new Table([CategoryColumn.FromTexts("x", ["a"])]);

        var error = Assert.Throws<DataException>(() => new TargetEncoding().Fit(new(rows) { Target = classes }));

        Assert.Equal("Step 'target_encoding' takes targets of at most 10 classes; 'y' has 11. Use step 'one_hot' or 'ordinal' instead.", error.Message);
    }

    [Fact]
    public void TargetEncoding_TwoSettingsOutOfRange_SaysBoth()
    {
        var rows = new Table([CategoryColumn.FromTexts("x", ["a"])]);

        var error = Assert.Throws<OptionsException>(() => new TargetEncoding { Smoothing = -1, Folds = 1 }.Fit(new(rows)));

        Assert.Equal(
            "Smoothing of step 'target_encoding' must be at least 0. Got -1. Raise it, or leave it out for its default.\n" +
            "Folds of step 'target_encoding' must be at least 2. Got 1. Raise it, or leave it out for its default.",
            error.Message);
    }

    [Fact]
    public void RareLevels_SeldomAndUnseen_JoinTheGroup()
    {
        var rows = new Table([CategoryColumn.FromTexts("x", ["b", "b", "a", "a", "c", null])]);

        var step = new RareLevels { MinCount = 2 }.Fit(new(rows)).Step;
        var made = (CategoryColumn)step.Apply(new([CategoryColumn.FromTexts("x", ["a", "c", "new", null])]))["x"];

        Assert.Equal(["a", "b", "(rare)"], made.Levels);
        Assert.Equal(["a", "(rare)", "(rare)", null], Enumerable.Range(0, 4).Select(made.Format));
    }

    [Fact]
    public void OneHot_RareUnseenMissing_EachAsStated()
    {
        var rows = new Table([CategoryColumn.FromTexts("x", ["b", "b", "a", "a", "c", null])]);
        var others = new Table([CategoryColumn.FromTexts("x", ["a", "c", "new", null])]);

        var grouped = new OneHot { MinCount = 2 }.Fit(new(rows)).Step.Apply(others);
        var apart = new OneHot().Fit(new(rows.Take([0, 1, 2, 3, 4]))).Step.Apply(others);

        Assert.Equal(["x=a", "x=b", "x=(rare)", "x=(missing)"], grouped.Names);
        Assert.Equal([0, 1, 1, 0], Values(grouped, "x=(rare)"));
        Assert.Equal([0, 0, 0, 1], Values(grouped, "x=(missing)"));
        Assert.Equal(["x=a", "x=b", "x=c"], apart.Names);
        Assert.Equal([0, 0], apart.Columns.Select(column => ((NumberColumn)column).Values.At(2) + ((NumberColumn)column).Values.At(3)).Distinct().Append(0));
    }

    [Fact]
    public void Ordinal_LevelsThatReadAsNumbers_SortedAsNumbers()
    {
        var rows = new Table([CategoryColumn.FromTexts("x", ["10", "9", "100", null])]);

        Assert.Equal([1, 0, 2, double.NaN], Values(new Ordinal().Fit(new(rows)).Training, "x"));
    }

    [Fact]
    public void DateParts_TwoDays_OnlyWhatDiffers()
    {
        var monday = new DateTime(2024, 1, 1);
        var rows = new Table([new TimeColumn("t", [monday.AddDays(1).AddHours(12).Ticks, monday.Ticks, TimeColumn.Missing])]);

        var made = new DateParts().Fit(new(rows)).Training;

        Assert.Equal(["t:day", "t:weekday", "t:day_of_year", "t:hour", "t:elapsed_days"], made.Names);
        Assert.Equal([2, 1, double.NaN], Values(made, "t:day"));
        Assert.Equal([1, 0, double.NaN], Values(made, "t:weekday"));
        Assert.Equal([1.5, 0, double.NaN], Values(made, "t:elapsed_days"));
    }

    [Fact]
    public void TextStatistics_SomeTexts_AsCounted()
    {
        var rows = new Table([new TextColumn("t", ["Ab 12!", "", null])]);

        var made = new TextStatistics().Fit(new(rows)).Training;

        Assert.Equal([6, 0, double.NaN], Values(made, "t:length"));
        Assert.Equal([2, 0, double.NaN], Values(made, "t:words"));
        Assert.Equal([2 / 6.0, 0, double.NaN], Values(made, "t:digit_share"));
        Assert.Equal([1 / 6.0, 0, double.NaN], Values(made, "t:upper_share"));
        Assert.Equal([1 / 6.0, 0, double.NaN], Values(made, "t:sign_share"));
    }

    [Fact]
    public void Fit_ColumnsAbsentAndOfAnotherType_SaysBoth()
    {
        var rows = new Table([new TextColumn("note", [null]), new NumberColumn("age", [1])]);

        var error = Assert.Throws<DataException>(() => new Scale { Columns = ["note", "agee"] }.Fit(new(rows)));

        Assert.Equal(
            "Column 'note' is of type text; step 'scale' needs type number. Read it as number.\n" +
            "Column 'agee' (number) was not found, and step 'scale' needs it. Did you mean 'age'? Add it, or rename the column that holds it (case matters).",
            error.Message);
    }
}
