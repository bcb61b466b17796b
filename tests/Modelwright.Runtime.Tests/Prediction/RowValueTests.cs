using System.Numerics;
using System.Text.Json;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Linear;
using Modelwright.Runtime.Forms.Trees;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Runtime.Tests.Prediction;

/// <summary>What one value of .NET or JSON means to a column, however many rows it comes with.</summary>
public sealed class RowValueTests
{
    private enum Plan
    {
        Basic,
        Gold,
    }

    public static TheoryData<object, double> Numbers => new()
    {
        { 4, 4 }, { 4L, 4 }, { (short)4, 4 }, { (byte)4, 4 }, { (sbyte)-4, -4 }, { 4u, 4 }, { 4ul, 4 }, { (ushort)4, 4 }, { 4.5, 4.5 }, { 4.5f, 4.5 }, { 4.5m, 4.5 },
        { (Half)4.5, 4.5 }, { (Int128)4, 4 }, { (UInt128)4, 4 }, { new BigInteger(4), 4 }, { "4.5", 4.5 }, { " 4.5 ", 4.5 }, { TimeSpan.FromMinutes(1.5), 90 },
        { double.MaxValue, double.MaxValue }, { -0.0, 0 }, { 5e-324, 5e-324 },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Predict_NumberOfAnyType_IsItsValue(object value, double expected) => Assert.Equal(expected, NumberModel().Predict(Row(value)).Value);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(float.NaN)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("NA")]
    [InlineData(null)]
    public void Predict_NoNumber_IsMissingAndCounted(object? value)
    {
        var answer = NumberModel().Predict(Row(value));

        Assert.Equal(0, answer.Value);
        Assert.Equal(1, answer.Counts[0].Missing);
    }

    [Theory]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    [InlineData("1e400", "1e400")]
    [InlineData("NaN", "NaN")]
    [InlineData("1,5", "1,5")]
    [InlineData(true, "true")]
    public void Predict_WhatIsNoNumber_IsRefused(object value, string shown) =>
        Assert.Equal(
            $"Column 'a', row 1: '{shown}' cannot be read as a number. Write it like 1234.5, or leave it empty where there is no value.",
            Assert.Throws<DataException>(() => NumberModel().Predict(Row(value))).Message);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void Predict_OtherCulture_ReadsAndRefusesTheSame(string culture)
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new(culture);
            Assert.Equal(1.5, NumberModel().Predict(Row(1.5m)).Value);
            Assert.Equal(1.5, NumberModel().Predict(new { A = "1.5" }).Value);
            Assert.Throws<DataException>(() => NumberModel().Predict(Row("1,5")));
            Assert.Equal("INDIGO", Level(["INDIGO", "indigo"], "INDIGO"));
            Assert.Equal("1.5", Level(["1.5"], 1.5));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void Predict_CategoryOfAnyType_IsTheLevelItMeans()
    {
        Assert.Equal("Gold", Level(["Basic", "Gold"], Plan.Gold));
        Assert.Equal("g", Level(["b", "g"], 'g'));
        Assert.Equal("1.0", Level(["1.0", "2.0"], 1));
        Assert.Equal("1.0", Level(["1.0", "2.0"], 1.0m));
        Assert.Equal("0.1", Level(["0.1"], 0.1f));
        Assert.Equal("2020-01-31", Level(["2020-01-31"], new DateOnly(2020, 1, 31)));
        Assert.Equal("9007199254740993", Level(["9007199254740992", "9007199254740993"], 9007199254740993L));
        Assert.Equal("9007199254740993", Level(["9007199254740992", "9007199254740993"], JsonSerializer.SerializeToElement(9007199254740993L)));
        Assert.Null(Level(["basic"], "Basic"));
        Assert.Null(Level(["1"], double.NaN));
    }

    [Theory]
    [InlineData("no", "yes")]
    [InlineData("NO", "Yes")]
    [InlineData("0", "1")]
    [InlineData("f", "t")]
    [InlineData("negative", "positive")]
    [InlineData("false", "true")]
    public void Predict_TrueAndFalse_AreTheAnswersOfABooleanColumn(string no, string yes)
    {
        string[] levels = [no, yes];

        Assert.Equal(yes, Level(levels, true, isBoolean: true));
        Assert.Equal(no, Level(levels, false, isBoolean: true));
        Assert.Equal(yes, Level(levels, JsonSerializer.SerializeToElement(true), isBoolean: true));
        Assert.Null(Level(["no", "yes"], true));
        Assert.Null(Level(["left", "right"], true, isBoolean: true));
    }

    [Fact]
    public void PredictAll_ValuesOfManyKinds_MeanWhatTheyMeanAlone()
    {
        object?[] values = [1, "1.0", 2.0, "2", null, 1.0m, "x", true];
        var predictor = CategoryModel(["1.0", "2", "x"], isBoolean: false);

        var together = predictor.PredictAll(values.Select(Row).ToList());

        Assert.Equal(values.Select(value => predictor.Predict(Row(value)).Value), Enumerable.Range(0, values.Length).Select(row => together[row].Value));
    }

    [Fact]
    public void PredictAll_TimesAmongTexts_MeanWhatTheyMeanAlone()
    {
        var schema = new Schema([new("a", ColumnType.Time) { TimeFormats = ["dd/MM/yyyy"] }]);
        var faults = new List<string>();

        var raw = RowTable.Of(schema, ["a"], 2, (row, _) => row == 0 ? new DateTime(2020, 1, 31) : "01/02/2020", faults);

        var column = RowTable.Admit(raw, schema, faults).Table["a"];
        Assert.Equal(["2020-01-31", "2020-02-01"], new[] { column.Format(0), column.Format(1) });
    }

    private static Dictionary<string, object?> Row(object? value) => new() { ["a"] = value };

    /// <summary>Answers its input; a missing one counts as 0.</summary>
    private static Predictor NumberModel() => new(new Package(new(
        LearningTask.Regression,
        new([new("a", ColumnType.Number) { MissingMarkers = ["NA"] }]),
        new NumberLinearForm(new([new("a", ColumnType.Number, [])], [1], [0])))));

    /// <summary>Answers the position of the level, from 1; 0 where it is none.</summary>
    private static Predictor CategoryModel(string[] levels, bool isBoolean)
    {
        var trees = levels.Select((_, level) => new Tree
        {
            Feature = [0],
            Threshold = [0],
            Left = [~0],
            Right = [~1],
            MissingLeft = [false],
            CategoryStart = [0],
            CategoryWords = [1],
            CategoryBits = [1u << level],
            Leaves = [level + 1, 0],
        });
        return new(new Package(new(
            LearningTask.Regression,
            new([new("a", ColumnType.Category) { Levels = levels, IsBoolean = isBoolean }]),
            new NumberTreesForm(new([new("a", ColumnType.Category, levels)], [.. trees])))));
    }

    private static string? Level(string[] levels, object? value, bool isBoolean = false) =>
        CategoryModel(levels, isBoolean).Predict(Row(value)).Value is { } position and > 0 ? levels[(int)position - 1] : null;
}
