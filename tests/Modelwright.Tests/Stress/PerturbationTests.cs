using Modelwright.Core.Data;
using Modelwright.Stress.Perturbations;

namespace Modelwright.Tests.Stress;

/// <summary>What each perturbation puts into cells.</summary>
public sealed class PerturbationTests
{
    private static readonly ColumnSpec Number = new("x", ColumnType.Number);
    private static readonly ColumnSpec Category = new("x", ColumnType.Category) { Levels = ["a", "b", "c"] };
    private static readonly ColumnSpec Text = new("x", ColumnType.Text);
    private static readonly ColumnSpec Time = new("x", ColumnType.Time);

    private static Column Perturbed(string name, Column column, ColumnSpec spec) =>
        BuiltInPerturbations.All.Single(known => known.Info.Name == name).Apply(new([column]), spec, new(1, 3))["x"];

    private static double[] Numbers(Column column)
    {
        var values = new double[column.RowCount];
        ((NumberColumn)column).Values.CopyTo(values);
        return values;
    }

    private static string?[] Texts(Column column) => [.. Enumerable.Range(0, column.RowCount).Select(column.Format)];

    [Theory]
    [InlineData("unit_thousand", 1000)]
    [InlineData("unit_hundred", 100)]
    [InlineData("unit_inch", 1 / 2.54)]
    public void UnitErrors_MultiplyAndLeaveMissingMissing(string name, double factor) =>
        Assert.Equal([2.54 * factor, double.NaN, -1 * factor], Numbers(Perturbed(name, new NumberColumn("x", [2.54, double.NaN, -1]), Number)));

    [Fact]
    public void Outliers_StandSixToTwentyDeviationsOff()
    {
        double[] values = [.. Enumerable.Range(0, 1001).Select(place => (double)place)];
        var width = 500 / 1.349;

        var away = Numbers(Perturbed("outliers", new NumberColumn("x", values), Number)).Select(value => Math.Abs(value - 500) / width).ToArray();

        Assert.All(away, value => Assert.InRange(value, 6 - 0.01, 20 + 0.01));
        Assert.InRange(away.Average(), 12.5, 13.5);
    }

    [Fact]
    public void Noise_IsAsWideAsTheColumnSpreads()
    {
        var chance = new Random(1);
        double[] values = [.. Enumerable.Range(0, 20_000).Select(_ => chance.NextDouble())];

        var noise = Numbers(Perturbed("noise", new NumberColumn("x", values), Number)).Zip(values, (after, before) => after - before).ToArray();

        Assert.InRange(Math.Sqrt(noise.Average(value => value * value)), 0.97 * 0.5 / 1.349, 1.03 * 0.5 / 1.349);
        Assert.InRange(noise.Average(), -0.01, 0.01);
    }

    [Fact]
    public void ExtremeNumbers_CoverTheEndsOfWhatANumberCanBe()
    {
        var ends = Numbers(Perturbed("extreme_numbers", new NumberColumn("x", new double[200]), Number)).Distinct().ToArray();

        Assert.Contains(1e308, ends);
        Assert.Contains(double.NegativeInfinity, ends);
        Assert.Contains(ends, value => value == 0 && double.IsNegative(value));
    }

    [Fact]
    public void DecimalComma_WritesAsSpreadsheetsOfOtherCountriesDo() =>
        Assert.Equal(["1.234,5", null, "-0,25"], Texts(Perturbed("decimal_comma", new NumberColumn("x", [1234.5, double.NaN, -0.25]), Number)));

    [Fact]
    public void Typos_ChangeEachTextByOneSlip()
    {
        string?[] words = [.. Enumerable.Repeat("monthly", 100)];

        var typed = Texts(Perturbed("typos", new TextColumn("x", words), Text));

        Assert.All(typed, text => Assert.InRange(text!.Length, 6, 8));
        Assert.All(typed, text => Assert.NotEqual("monthly", text));
    }

    [Fact]
    public void LetterCase_TurnsToCapitalsOrBack() =>
        Assert.Equal(["ONE", "two", null], Texts(Perturbed("letter_case", new TextColumn("x", ["One", "TWO", null]), Text)));

    [Fact]
    public void WhiteSpace_KeepsTheWords() =>
        Assert.All(Texts(Perturbed("white_space", new TextColumn("x", ["a b", "a b"]), Text)), text => Assert.True(text!.Trim() == "a b" && text.Length > 4));

    [Fact]
    public void UnseenLevels_AreNoneOfThoseKnown() =>
        Assert.All(Texts(Perturbed("unseen_levels", CategoryColumn.FromTexts("x", ["a", "b", "new 100"]), Category)), text => Assert.DoesNotContain(text, (string?[])["a", "b", "new 100"]));

    [Fact]
    public void SwappedLevels_AreOthersThatAreKnown()
    {
        var swapped = Texts(Perturbed("swapped_levels", new CategoryColumn("x", ["a", "b", "c"], [0, 1, 2, -1, 0]), Category));

        Assert.All(swapped.Zip((string?[])["a", "b", "c", null, "a"]), pair => Assert.Equal(pair.Second is null, pair.First == pair.Second));
        Assert.Null(swapped[3]);
    }

    [Fact]
    public void TruncatedText_KeepsTheFirstHalfAndNoHalfOfALetter() =>
        Assert.Equal(["ab", "a", "", null], Texts(Perturbed("truncated_text", new TextColumn("x", ["abcd", "a👍b", "x", null]), Text)));

    [Fact]
    public void GarbledText_ReadsUtf8AsLatin1()
    {
        var garbled = Texts(Perturbed("garbled_text", new TextColumn("x", [.. Enumerable.Repeat("é", 200)]), Text));

        Assert.Contains("Ã©", garbled);
        Assert.InRange(garbled.Count(text => text!.Contains('?', StringComparison.Ordinal)), 30, 90);
    }

    [Fact]
    public void OtherDateFormat_WritesTheDayFirst() =>
        Assert.Equal(["31.03.2026 14:05", null], Texts(Perturbed("other_date_format", new TimeColumn("x", [new DateTime(2026, 3, 31, 14, 5, 0, DateTimeKind.Utc).Ticks, TimeColumn.Missing]), Time)));

    [Fact]
    public void ShiftedColumn_HoldsWhatBelongsIntoTheNextOfItsType()
    {
        Schema schema = new([Number, new("y", ColumnType.Number), new("word", ColumnType.Text), new("answer", ColumnType.Number, ColumnRole.Target)]);
        var shifted = BuiltInPerturbations.All.Single(known => known.Info.Name == "shifted_column");
        Table rows = new([new NumberColumn("x", [1, 2]), new NumberColumn("y", [3, double.NaN]), new TextColumn("word", ["a", "b"])]);

        Assert.Equal(["3", null], Texts(shifted.Apply(rows, Number, new(1, 0))["x"]));
        Assert.True(shifted.Suits(Number, schema));
        Assert.False(shifted.Suits(schema.Columns[2], schema));
    }
}
