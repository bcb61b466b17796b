using Modelwright.Core.Data;
using Modelwright.Onnx.Tests.Data;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Onnx.Tests.Operations;

/// <summary>Columns as inputs of a graph.</summary>
public sealed class InputTests
{
    private static readonly Formula Colours = Exported.Of(builder => builder.Input(FormulaOperation.Category, "colour"), Exported.Category("colour", ["red", "blue", "?", "ä\u0301 日本"], "?", "n/a"));

    [Fact]
    public void Category_LevelsInOrder_UnknownBehindThem_MissingBeforeThem() =>
        Assert.Equal([0, 1, 4, 3, -1, -1, -1, -1, 4], Codes("red", "blue", "green", "ä\u0301 日本", "?", "n/a", "", null, "Red"));

    [Fact]
    public void Category_OfACategoryColumn_GoesByItsTexts()
    {
        var column = new CategoryColumn("colour", ["blue", "pink", "red"], [0, 1, 2, -1]);

        Assert.Equal([1, 4, 0, -1], Exported.Answers(Colours, new([column])).Outputs);
    }

    [Fact]
    public void Category_WithoutLevels_IsUnknownOrMissing()
    {
        var formula = Exported.Of(builder => builder.Input(FormulaOperation.Category, "c"), Exported.Category("c", []));

        Assert.Equal([0, -1], Exported.Answers(formula, new([new TextColumn("c", ["any", null])])).Outputs);
    }

    [Fact]
    public void Number_MarkersAndInfinities_AreMissing()
    {
        var formula = Exported.Of(builder => builder.X(), Exported.Number("x", "-999", "1e3", "none"));

        Assert.Equal([double.NaN, double.NaN, 999, double.NaN, double.NaN, double.NaN, double.MaxValue],
            Exported.Answers(formula, Exported.Rows(-999, 1000, 999, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue)).Outputs);
    }

    [Theory]
    [InlineData("label")]
    [InlineData("value")]
    [InlineData("v_1")]
    [InlineData("v_c0")]
    [InlineData("Größe [m²] \"a/b\"")]
    [InlineData(" ")]
    public void Name_OfAnyColumn_IsThatOfTheInput(string name)
    {
        var formula = Exported.Of(builder => builder.Of(FormulaOperation.Add, builder.X(name), builder.Constant(1)), Exported.Number(name));
        using var check = OnnxCheck.Open(Exported.Bytes(formula));

        Assert.Equal([name], check.Inputs);
        Assert.Equal([3], check.Answer(new([new NumberColumn(name, [2])]), TestContext.Current.CancellationToken).Outputs);
    }

    [Fact]
    public void Names_OfColumnsCalledAsOutputs_LeaveRoomForThese()
    {
        var formula = Exported.Of(
            builder => builder.Join([builder.X("label"), builder.X("probabilities"), builder.X("label_")]),
            Exported.Number("label"), Exported.Number("probabilities"), Exported.Number("label_"));
        var rows = new Table([new NumberColumn("label", [1]), new NumberColumn("probabilities", [5]), new NumberColumn("label_", [2])]);

        var answers = Exported.Answers(formula, rows);

        Assert.Equal(["c1"], answers.Labels);
        Assert.Equal([1, 5, 2], answers.Outputs);
    }

    [Fact]
    public void Answer_WithoutInputs_IsOneRowThatCountsForAll()
    {
        var formula = Exported.Of(builder => builder.Constants([0.25, 0.75]));

        var answers = Exported.Answers(formula, Exported.Rows(1, 2));

        Assert.Equal([0.25, 0.75, 0.25, 0.75], answers.Outputs);
        Assert.Equal(["c1", "c1"], answers.Labels);
    }

    [Fact]
    public void Answer_OfAConstantBesideInputs_IsThereForEachRow()
    {
        var formula = Exported.Of(builder => builder.X() is not null ? builder.Constants([0.25, 0.75]) : throw new InvalidOperationException(), Exported.Number());

        Assert.Equal([0.25, 0.75, 0.25, 0.75], Exported.Answers(formula, Exported.Rows(1, 2)).Outputs);
    }

    [Fact]
    public void Answer_OfManyRows_KeepsTheirOrder()
    {
        double[] values = [.. Enumerable.Range(0, 10_000)];

        Assert.Equal(values, Exported.For(builder => builder.X(), values));
    }

    [Fact]
    public void Answer_OfNoRows_IsEmpty() => Assert.Empty(Exported.For(builder => builder.X()));

    private static double[] Codes(params string?[] texts) => Exported.Answers(Colours, new([new TextColumn("colour", texts)])).Outputs;
}
