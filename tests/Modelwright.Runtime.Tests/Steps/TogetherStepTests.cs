using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Steps.Lists;
using Modelwright.Runtime.Steps.Together;

namespace Modelwright.Runtime.Tests.Steps;

/// <summary>Lists, groups and pairs against values worked by hand.</summary>
public sealed class TogetherStepTests
{
    private const double Tolerance = 1e-12;

    private static double[] Values(Table rows, string name)
    {
        var values = new double[rows.RowCount];
        ((NumberColumn)rows[name]).Values.CopyTo(values);
        return values;
    }

    private static Table Prices(double[] prices, string?[] cities) => new([new NumberColumn("price", prices), CategoryColumn.FromTexts("city", cities)]);

    private static void AssertClose(double[] expected, double[] found) => Assert.Equal(expected, found, (one, other) => one.Equals(other) || Math.Abs(one - other) <= Tolerance);

    [Fact]
    public void Lists_Items_CountedAndNamed()
    {
        var rows = new Table([new TextColumn("tags", ["red, blue,, red", "blue", "green;x", null, " "])]);

        var made = new ListItems { MinCount = 2 }.Fit(new(rows)).Training;

        Assert.Equal(["tags:items", "tags=blue", "tags:other_items"], made.Names);
        Assert.Equal([3, 1, 1, double.NaN, 0], Values(made, "tags:items"));
        Assert.Equal([1, 1, 0, 0, 0], Values(made, "tags=blue"));
        Assert.Equal([2, 0, 1, double.NaN, 0], Values(made, "tags:other_items"));
    }

    [Fact]
    public void Lists_Json_ItemsAsWritten()
    {
        var rows = new Table([new TextColumn("tags", ["[\"a, b\", 1, null, {\"k\":2}]", "[\"a, b\"]", "[broken", "plain"])]);

        var made = new ListItems { Separator = "json", MinCount = 1 }.Fit(new(rows)).Training;

        Assert.Equal(["tags:items", "tags=a, b", "tags=1", "tags=[broken", "tags=plain", "tags={\"k\":2}"], made.Names);
        Assert.Equal([3, 1, 1, 1], Values(made, "tags:items"));
        Assert.Equal([1, 1, 0, 0], Values(made, "tags=a, b"));
    }

    [Fact]
    public void Lists_UnseenItems_CountAsOthersWhereTrainingHadAny()
    {
        var step = new ListItems { MinCount = 1, MaxItems = 1 }.Fit(new(new Table([new TextColumn("t", ["a|b", "a"])]))).Step;

        Assert.Equal([2], Values(step.Apply(new([new TextColumn("t", ["new, newer"])])), "t:other_items"));
    }

    [Fact]
    public void Lists_SeparatorOfTwoCharacters_SaysSo()
    {
        var error = Assert.Throws<OptionsException>(() => new ListItems { Separator = "||" }.Fit(new(new Table([new TextColumn("t", ["a"])]))));

        Assert.Equal("Separator of step 'lists' must be one character or 'json'. Got '||'. Change it, or leave it out for a comma.", error.Message);
    }

    [Fact]
    public void GroupAggregates_WithoutSmoothing_AsWorkedByHand()
    {
        var rows = Prices([1, 3, 10, double.NaN, 4], ["a", "a", "b", "a", null]);

        var step = new GroupAggregates { Smoothing = 0 }.Fit(new(rows)).Step;
        var made = step.Apply(Prices([4, 20, double.NaN, 5, 9], ["a", "b", "a", "new", null]));

        AssertClose([2, 10, 2, 4.5, 4], Values(made, "price by city:mean"));
        AssertClose([1, 0, 1, Math.Sqrt(11.25), 0], Values(made, "price by city:deviation"));
        AssertClose([2, 1, 2, 0, 1], Values(made, "price by city:count"));
        AssertClose([2, 10, double.NaN, 0.5, 5], Values(made, "price by city:difference"));
        AssertClose([2, 2, double.NaN, 5 / 4.5, 2.25], Values(made, "price by city:ratio"));
        Assert.All(step.Outputs, output => Assert.Equal(["price", "city"], output.Origins));
    }

    [Fact]
    public void GroupAggregates_Smoothed_TowardsAllRows()
    {
        var made = new GroupAggregates { Smoothing = 2 }.Fit(new(Prices([0, 0, 6], ["a", "a", "b"]))).Training;

        AssertClose([(0 + (2 * 2.0)) / 4, 1, (6 + (2 * 2.0)) / 3], Values(made, "price by city:mean"));
    }

    [Fact]
    public void GroupAggregates_WeightTwo_AsARowTwice()
    {
        var once = new GroupAggregates { Smoothing = 0 }.Fit(new(Prices([1, 4, 7], ["a", "a", "b"])) { Weights = [2, 1, 1] }).Training;
        var twice = new GroupAggregates { Smoothing = 0 }.Fit(new(Prices([1, 1, 4, 7], ["a", "a", "a", "b"]))).Training;

        AssertClose(Values(twice, "price by city:mean")[1..], Values(once, "price by city:mean"));
        AssertClose(Values(twice, "price by city:deviation")[1..], Values(once, "price by city:deviation"));
    }

    [Fact]
    public void GroupAggregates_AnyNumbers_DifferencesOfALevelAddUpToNought() => Gen.Double[-1e3, 1e3].Array[1, 30].Sample(numbers =>
    {
        var rows = Prices(numbers, [.. numbers.Select((_, row) => (string?)$"{row % 3}")]);
        var made = Values(new GroupAggregates { Smoothing = 0 }.Fit(new(rows)).Training, "price by city:difference");
        return Enumerable.Range(0, 3).All(level => Math.Abs(made.Where((_, row) => row % 3 == level).Sum()) < 1e-8);
    });

    [Fact]
    public void Arithmetic_AllOperations_AsWorkedByHand()
    {
        var rows = new Table([new NumberColumn("a", [6, 1, double.NaN, 1e300]), new NumberColumn("b", [3, 0, 2, 1e300])]);

        var made = new Arithmetic { Operations = (ArithmeticOperations)15 }.Fit(new(rows)).Training;

        Assert.Equal(["a", "b", "a-b", "a/b", "a*b", "a+b"], made.Names);
        Assert.Equal([3, 1, double.NaN, 0], Values(made, "a-b"));
        Assert.Equal([2, double.NaN, double.NaN, 1], Values(made, "a/b"));
        Assert.Equal([18, 0, double.NaN, double.NaN], Values(made, "a*b"));
        Assert.Equal([9, 1, double.NaN, 2e300], Values(made, "a+b"));
    }

    [Fact]
    public void Arithmetic_ElevenNumbersAndNoPairs_SaysHowMany()
    {
        var rows = new Table([.. Enumerable.Range(0, 11).Select(place => new NumberColumn($"n{place}", [1]))]);

        var error = Assert.Throws<OptionsException>(() => new Arithmetic().Fit(new(rows)));

        Assert.Equal("Step 'arithmetic' was told no pairs, and the table has 55 of two numbers; at most 50 are taken unasked. Name the pairs.", error.Message);
    }

    [Fact]
    public void Arithmetic_ColumnsAbsentAndOfAnotherType_SaysBoth()
    {
        var rows = Prices([1], ["a"]);

        var error = Assert.Throws<DataException>(() => new Arithmetic { Pairs = [new("price", "city"), new("price", "prise")] }.Fit(new(rows)));

        Assert.Equal(
            "Column 'city' is of type category; step 'arithmetic' needs type number. Read it as number.\n" +
            "Column 'prise' (number) was not found, and step 'arithmetic' needs it. Did you mean 'price'? Add it, or rename the column that holds it (case matters).",
            error.Message);
    }
}
