using System.Globalization;
using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Profile;
using Modelwright.Runtime.Prediction;
using Modelwright.Sources;

namespace Modelwright.Tests.Profile.Meanings;

public class WrittenNumberTests
{
    [Theory]
    [InlineData("1,234.5 | 12.25 | 7 | 1,234,567", "1,234.5", 1234.5)]
    [InlineData("1.234,5 | 12,25 | 7 | 1.234.567", "1.234,5", 1234.5)]
    [InlineData("1 234,56 | 12,5 | 987 654 321 | 3", "1 234,56", 1234.56)]
    [InlineData("1\u00A0234,56 | 12,5 | 987\u202F654", "1\u00A0234,56", 1234.56)]
    [InlineData("1'234.50 | 12.25 | 987'654.00", "1'234.50", 1234.5)]
    [InlineData("12,34,567 | 5,000 | 1,00,000", "12,34,567", 1234567)]
    [InlineData("1,5 | 2,75 | 12,125", "12,125", 12.125)]
    [InlineData("$3k | $950 | $1.5M | $2bn", "$1.5M", 1.5e6)]
    [InlineData("3.2M | 150K | 1.1M", "150K", 150_000)]
    [InlineData("£4m | £12.5m | £900k", "£12.5m", 12.5e6)]
    [InlineData("12 % | 7.5 % | 30%", "7.5 %", 7.5)]
    [InlineData("12,5 % | 7,25 % | 30,0 %", "12,5 %", 12.5)]
    [InlineData("(1,234) | 560 | (78.5) | 12", "(1,234)", -1234)]
    [InlineData("$ (1,234.00) | $ 560.10 | $ 12", "$ (1,234.00)", -1234)]
    [InlineData("€ 5,- | € 12,50 | € 1.299,-", "€ 1.299,-", 1299)]
    [InlineData("5.- | 12.50 | 99.-", "5.-", 5)]
    [InlineData("12 kg | 3.5 kg | 70 kg", "3.5 kg", 3.5)]
    [InlineData("3.5 km | 12 km | 120 m", "120 m", 0.12)]
    [InlineData("-3.5 °C | 21 °C | +4 °C", "-3.5 °C", -3.5)]
    [InlineData("-$5.20 | $12 | $-3", "-$5.20", -5.2)]
    [InlineData("\u22125 kg | 12 kg | 7 kg", "\u22125 kg", -5)]
    [InlineData("1.5e3 kg | 12 kg | 7 kg", "1.5e3 kg", 1500)]
    public void Numbers_AsPeopleWriteThem_AreRead(string texts, string text, double expected)
    {
        var column = Texts.Of(Texts.Parted(texts));

        Assert.Equal((ColumnMeaning.Number, ColumnType.Number), (column.Meaning, column.Spec.Type));
        Assert.Equal(expected, Texts.Read(column.Spec, text), 9);
        Assert.All(Texts.Parted(texts), each => Assert.True(double.IsFinite(Texts.Read(column.Spec, each!))));
    }

    [Theory]
    [InlineData("5'11\" | 6'0\" | 5'9\"")]
    [InlineData("70 kg/154 lb | 80 kg/176 lb | 61 kg/134 lb")]
    [InlineData("12a | 14b | 7 | 9c")]
    [InlineData("1st | 2nd | 3rd | 4th")]
    [InlineData("4th | 5th | 6th | 7th")]
    [InlineData("4G | 5G | 3G")]
    [InlineData("1.2.3 | 1.10.0 | 2.0.1")]
    [InlineData("007 | 012 | 100")]
    [InlineData("10-20 | 20-30 | 30-40")]
    [InlineData("10-20 kg | 20-30 kg")]
    [InlineData("10+ years | < 1 year | 5 years")]
    [InlineData("1,5 | 1.5 | 2,25 | 2.25")]
    [InlineData("1,2 | 3,4,5 | 7 | 9,1")]
    [InlineData("1,23 | 12,3456,7 | 5")]
    [InlineData("0.123.456 | 1.234,5 | 2,5")]
    [InlineData("(030) 1234 | (040) 5678")]
    [InlineData("Room 12 | Room 14 | Room 7")]
    [InlineData("A$AP | Ke$ha | P!nk")]
    [InlineData("3 + 4 | 5 + 6")]
    [InlineData("12:30 | 13:45 | 9:15 x")]
    public void Texts_ThatOnlyLookLikeNumbers_AreLeftAlone(string texts) =>
        Assert.NotEqual(ColumnType.Number, Texts.Of(Texts.Parted(texts)).Spec.Type);

    [Fact]
    public void Codes_InGroupsOfEqualLength_AreNoNumbers()
    {
        string?[] codes = [.. Enumerable.Range(0, 50).Select(row => $"{123 + row} {987 - row}")];

        Assert.NotEqual(ColumnType.Number, Texts.Of(codes).Spec.Type);
    }

    [Fact]
    public void Spec_SaysWhatEndingsMultiplyBy()
    {
        var column = Texts.Of("$3k", "$950", "$1.5M", "$2bn", "$3k");

        Assert.Equal([new("k", 1e3), new("M", 1e6), new("bn", 1e9)], column.Spec.Notation.Suffixes);
        Assert.Equal(["$"], column.Spec.NumberDecorations);
        Assert.Null(column.Spec.Unit);
        Assert.Equal("numbers with signs around them, where k multiplies by 1,000, M multiplies by 1,000,000, bn multiplies by 1,000,000,000", column.Reason);
    }

    [Fact]
    public void UnitsOfOneMeasure_AreTurnedIntoTheMostFrequent()
    {
        var profile = Texts.Inspect("weight", "2 kg", "500 g", "1.5 kg", "3 kg", "250 g", "4");

        Assert.Equal([new("kg", 1), new("g", 0.001)], profile.Columns[0].Spec.Notation.Suffixes);
        Assert.Equal("kg", profile.Columns[0].Spec.Unit);
        Assert.Equal((0.5, 4.0), (Texts.Read(profile.Columns[0].Spec, "500 g"), Texts.Read(profile.Columns[0].Spec, "4")));
        Assert.Equal(
            "Note: 'weight' holds numbers in several units: 'kg' (3), 'g' (2), none (1). They are turned into kg. Numbers without a unit are taken to be in kg too; see whether they are.",
            Texts.Finding(profile, "units"));
    }

    [Fact]
    public void UnitsOfTwoMeasures_AreLevelsAndAFinding()
    {
        var profile = Texts.Inspect("amount", "2 kg", "500 ml", "1.5 kg", "3 l");

        Assert.Equal(ColumnType.Category, profile.Columns[0].Spec.Type);
        Assert.Equal(
            "Warning: 'amount' holds numbers in units that cannot be turned into one another: 'kg' (2), 'l' (1), 'ml' (1). Write them in one unit, or in a column for each; until then they are levels.",
            Texts.Finding(profile, "mixed_units"));
    }

    [Fact]
    public void TwoCurrencies_AreAFinding()
    {
        var profile = Texts.Inspect("price", "$2.50", "€ 3.20", "$4.10");

        Assert.Equal(
            "Warning: 'price' holds amounts in 2 currencies: $, €; they are read as if they were one. Turn them into one currency, or put the currency into a column of its own.",
            Texts.Finding(profile, "mixed_units"));
    }

    [Fact]
    public void PointThatNothingExplains_IsAFindingWithLowConfidence()
    {
        var profile = Texts.Inspect("distance", "1.234 km", "2.500 km", "3.125 km");

        Assert.Equal(1.234, Texts.Read(profile.Columns[0].Spec, "1.234 km"));
        Assert.InRange(profile.Columns[0].Confidence, 0.3, 0.5);
        Assert.Equal(
            "Warning: 'distance' holds numbers such as 1.234, and nothing tells whether the point separates thousands or stands before decimals; it is read as if it stands before decimals. Write the numbers as programs do: a point before decimals, nothing between thousands.",
            Texts.Finding(profile, "ambiguous_number"));
    }

    [Fact]
    public void CommaThatHardlyAnythingExplains_IsAFindingThatNamesIt() =>
        Assert.Equal(
            "Warning: 'sum' holds numbers such as 12,000, and only one value tells whether the comma separates thousands or stands before decimals; it is read as if it separates thousands. Write the numbers as programs do: a point before decimals, nothing between thousands.",
            Texts.Finding(Texts.Inspect("sum", "1,234.5", "12,000", "7"), "ambiguous_number"));

    [Fact]
    public void PointAmongEuros_SeparatesThousands()
    {
        var profile = Texts.Inspect("price", "€ 1.234", "€ 950", "€ 12.500");

        Assert.Equal(12_500, Texts.Read(profile.Columns[0].Spec, "€ 12.500"));
        Assert.NotNull(Texts.Finding(profile, "ambiguous_number"));
    }

    [Fact]
    public void OneDecisiveValue_SettlesTheColumnAndSaysHowLittleThatIs()
    {
        var few = Texts.Inspect("x", "1.234", "2.500", "1.234,5");
        string?[] many = [.. Enumerable.Range(0, 40).Select(row => $"{row + 1}.250,5"), "1.234"];

        Assert.Equal(1234, Texts.Read(few.Columns[0].Spec, "1.234"));
        Assert.Contains("only one value tells", Texts.Finding(few, "ambiguous_number"), StringComparison.Ordinal);
        Assert.Null(Texts.Finding(Texts.Inspect("x", many), "ambiguous_number"));
        Assert.InRange(Texts.Of(many).Confidence, 0.95, 1);
    }

    [Fact]
    public void Confidence_GrowsWithTheValuesSeen()
    {
        double Of(int rows) => Texts.Of([.. Enumerable.Range(0, rows).Select(row => $"{row},5")]).Confidence;

        Assert.True(Of(3) < Of(30) && Of(30) < Of(300) && Of(300) < 1);
    }

    [Fact]
    public void TrainingAndPrediction_ReadEveryTextToTheSameBits()
    {
        string[] columns = ["1.234,5 | 12,25 | 1.234.567", "$3k | $950 | $1.5M", "2 kg | 500 g | 1.5 kg", "(1,234) | 560 | 7.5", "1 234,56 | 12,5 | 3"];
        var text = Gen.Char["0123456789.,' ()+-kMg$%e\u00A0"].Array[0, 12].Select(letters => new string(letters));

        Gen.Select(Gen.Int[0, columns.Length - 1].Select(place => columns[place]), text).Sample(pair =>
        {
            var (column, cell) = pair;
            var spec = Texts.Of(Texts.Parted(column)).Spec;
            var schema = new Schema([spec]);
            double[] read = [Texts.Read(spec, cell), Admitted(new TextColumn("x", (string?[])[cell, "1"]), schema), Admitted(CategoryColumn.FromTexts("x", [cell, "1"]), schema)];
            Assert.All(read, value => Assert.Equal(BitConverter.DoubleToInt64Bits(read[0]), BitConverter.DoubleToInt64Bits(value)));
        });

        static double Admitted(Column raw, Schema schema) => ((NumberColumn)Admission.Admit(new([raw]), schema, needsTarget: false).Table.Columns[0]).Values.At(0);
    }

    [Fact]
    public void SharesAndFractions_AreReadAsFractions()
    {
        var profile = Texts.Inspect("discount", "10 %", "0.15", "5%", "0.2", "12.5 %", "0");

        var column = profile.Columns[0];
        Assert.Equal([0.1, 0.15, 0.05, 0.2, 0.125, 0], new[] { "10 %", "0.15", "5%", "0.2", "12.5 %", "0" }.Select(text => Texts.Read(column.Spec, text)));
        Assert.Equal((null, ColumnMeaning.Number), (column.Unit, column.Meaning));
        Assert.Equal(["numbers in %, those without the sign too"], column.Evidence.Competing);
        Assert.InRange(column.Confidence, 0.4, 0.5);
        Assert.Equal(
            "Warning: 'discount' holds shares in percent and as fractions of 1: none (3), '%' (3). Percents are divided by 100: 12 % is 0.12. If numbers without a sign are percents too, write the sign behind them.",
            Texts.Finding(profile, "mixed_shares"));
    }

    [Theory]
    [InlineData("10 % | 15 | 5% | 0.2", 15)]
    [InlineData("0.5 % | 0.15 | 0.25%", 0.15)]
    [InlineData("10 % | 0 | 5% | 1", 1)]
    public void Shares_OfWhichNoneIsAFraction_ArePercents(string texts, double expected)
    {
        var column = Texts.Of(Texts.Parted(texts));

        Assert.Equal(("%", expected), (column.Unit, Texts.Read(column.Spec, texts.Split(" | ")[texts.StartsWith("10 % | 0", StringComparison.Ordinal) ? 3 : 1])));
        Assert.Empty(column.Evidence.Competing);
    }

    [Fact]
    public void NumbersWithBothMarks_AreLevelsAndToldSo()
    {
        var profile = Texts.Inspect("ratio", "1,5", "1.5", "2,25", "2.25", "0,75", "3");

        Assert.Equal(ColumnType.Category, profile.Columns[0].Spec.Type);
        Assert.Equal(
            "Warning: 'ratio' holds 2 numbers that only a point before decimals explains and 3 that only a comma does. Write them in one way; until then they are levels.",
            Texts.Finding(profile, "mixed_marks"));
    }

    [Theory]
    [InlineData("1.5 | 2,5 | 1.2.3")]
    [InlineData("1,2 | 3,4,5 | 7 | 9,1")]
    [InlineData("1.5 | 2,5 | none")]
    public void TextsOfWhichSomeAreNoNumber_SayNothingOfMarks(string texts) =>
        Assert.Null(Texts.Finding(Texts.Inspect("x", Texts.Parted(texts)), "mixed_marks"));

    [Theory]
    [InlineData("R$ 1.234 | R$ 12 | R$ 5.678", "R$ 1.234", 1234, "R$")]
    [InlineData("US$ 1,234.50 | US$ 12 | US$5", "US$ 1,234.50", 1234.5, "US$")]
    [InlineData("R$ 1.234,50 | R$ 12,00", "R$ 1.234,50", 1234.5, "R$")]
    public void SignThatHoldsAnother_IsOneCurrency(string texts, string text, double expected, string unit)
    {
        var profile = Texts.Inspect("x", Texts.Parted(texts));

        Assert.Equal((expected, unit), (Texts.Read(profile.Columns[0].Spec, text), profile.Columns[0].Unit));
        Assert.Equal([unit], profile.Columns[0].Spec.NumberDecorations);
        Assert.Null(Texts.Finding(profile, "mixed_units"));
    }

    [Theory]
    [InlineData("3.3 V | 3.2 V | 3300 mV", "3300 mV", 3.3)]
    [InlineData("12.7 kg | 3 kg | 700 g", "700 g", 0.7)]
    public void SmallerUnits_AreTheVeryNumberOfTheLarger(string texts, string text, double expected)
    {
        var profile = Texts.Inspect("x", Texts.Parted(texts));

        Assert.Equal(expected, Texts.Read(profile.Columns[0].Spec, text));
        Assert.EndsWith(". Nothing has to be done.", Texts.Finding(profile, "units"), StringComparison.Ordinal);
    }

    [Fact]
    public void NumbersInPlainDigits_MeanTheSameInEveryNotation()
    {
        string[] columns = ["1.234,5 | 12,25", "1,234.5 | 12.25", "2 kg | 500 g", "3.2M | 1.5M"];
        Gen.Select(Gen.Int[0, columns.Length - 1].Select(place => columns[place]), Gen.Int[-999, 999]).Sample(pair =>
            Assert.Equal(pair.Item2, Texts.Read(Texts.Of(Texts.Parted(pair.Item1)).Spec, pair.Item2.ToString(CultureInfo.InvariantCulture))));
    }

    [Fact]
    public async Task FileWhoseEveryNumberCouldBeAProgrammers_IsReadAsTheModelLearned()
    {
        var spec = Texts.Of("1.234,5", "12,25", "1.234.567").Spec;
        var path = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.csv");
        try
        {
            await File.WriteAllTextAsync(path, "x\n1.234\n2.500\n", TestContext.Current.CancellationToken);
            var source = await Table.ReadAsync(path, ReadOptions.For(new([spec])), TestContext.Current.CancellationToken);

            var column = (NumberColumn)Admission.Admit(source, new([spec]), needsTarget: false).Table.Columns[0];

            Assert.Equal([1234, 2500], [column.Values.At(0), column.Values.At(1)]);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
