using System.Text;
using Modelwright.Core.Data;
using Modelwright.Exporting.Onnx;
using Modelwright.Onnx.Tests.Data;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Onnx.Tests;

/// <summary>Files as a whole: their bytes, and what is refused.</summary>
public sealed class ExportTests
{
    [Fact]
    public void Write_Twice_GivesTheSameBytes()
    {
        static Formula Make() => Exported.Of(builder => builder.Join([builder.X(), builder.Input(FormulaOperation.Category, "c")]), Exported.Number(), Exported.Category("c", ["a", "b"], "?"));

        Assert.Equal(Exported.Bytes(Make()), Exported.Bytes(Make()));
    }

    [Fact]
    public void Write_EqualConstants_HoldsThemOnce()
    {
        double[] many = [.. Enumerable.Range(0, 1000)];
        int Length(int times) => Exported.Bytes(Exported.Of(
            builder => builder.Of(FormulaOperation.Add, builder.X(), builder.Join([.. Enumerable.Range(0, times).Select(_ => builder.Constants([.. many]))])), Exported.Number())).Length;

        Assert.InRange(Length(3) - Length(2), 1, 40_000);
        var once = Exported.Bytes(Exported.Of(builder => Twice(builder, many, many), Exported.Number())).Length;
        var both = Exported.Bytes(Exported.Of(builder => Twice(builder, many, [.. many.Skip(1), 7]), Exported.Number())).Length;
        Assert.InRange(both - once, 8000, 8100);
    }

    [Fact]
    public void Write_EqualOperations_DoesThemOnce()
    {
        int Length(int times) => Exported.Bytes(Exported.Of(
            builder => builder.Over(FormulaOperation.Sum, builder.Join([.. Enumerable.Range(0, times).Select(_ => builder.Of(FormulaOperation.CosineOfTurns, builder.X()))])), Exported.Number())).Length;

        // A further operand of Join is its name alone.
        Assert.InRange(Length(3) - Length(2), 3, 8);
    }

    [Fact]
    public void Write_ColumnsThatHaveNoInput_AreGaps_AndNothingIsWritten()
    {
        var formula = Exported.Of(builder => builder.Constant(1), new FormulaInput("when", ColumnType.Time, [], []), Exported.Number(""), Exported.Category("bad", ["\ud800"]));

        Assert.Equal(
            [
                new FormulaGap("column 'when'", "only numbers and categories can be inputs of a graph"),
                new FormulaGap("column ''", "an input of a graph needs a name"),
                new FormulaGap("column 'bad'", "its name or one of its values is no valid Unicode text"),
            ],
            Gaps(formula));
    }

    [Fact]
    public void Write_ClassesThatAreNoText_AreAGap()
    {
        var formula = Exported.Of(builder => builder.Constants([0.5, 0.5])) with { Classes = ["a", "\udfff"] };

        Assert.Equal([new FormulaGap("the classes", "a name among them is no valid Unicode text")], Gaps(formula));
    }

    [Fact]
    public void Write_OperationThatIsNotKnown_IsAGap()
    {
        var formula = Exported.Of(builder => builder.Of((FormulaOperation)999, builder.Of((FormulaOperation)999, builder.X())), Exported.Number());

        Assert.Equal([new FormulaGap("operation '999'", "ONNX has no operation for it")], Gaps(formula));
    }

    [Fact]
    public void Write_EveryOperation_IsKnown() => Assert.All(Enum.GetValues<FormulaOperation>(), operation => Assert.True(Exporting.Onnx.Nodes.FormulaNodes.Knows(operation), $"{operation}"));

    [Fact]
    public void Write_AboveTheMostBytes_IsAGap_AndNothingIsWritten()
    {
        var formula = Exported.Of(builder => builder.Of(FormulaOperation.Add, builder.X(), builder.Constant(1)), Exported.Number());
        var length = Exported.Bytes(formula).Length;
        using var stream = new MemoryStream();

        var gaps = OnnxExport.Write(formula, Exported.Header(), stream, length - 1, TestContext.Current.CancellationToken);

        Assert.Equal([new FormulaGap("the whole model", $"its graph takes {length} bytes, and an ONNX file has {length - 1} at most; use a smaller model, or the package")], gaps);
        Assert.Equal(0, stream.Length);
        Assert.Empty(OnnxExport.Write(formula, Exported.Header(), stream, length, TestContext.Current.CancellationToken));
        Assert.Equal(length, stream.Length);
    }

    [Fact]
    public void Write_AnswerOfAnotherWidth_SaysSo()
    {
        var formula = Exported.Of(builder => builder.Constants([1, 2, 3])) with { Classes = ["a", "b"] };

        var error = Assert.Throws<ArgumentException>(() => Gaps(formula));

        Assert.Equal("The formula answers 3 numbers a row for 2 classes. Give one number, or a probability a class. (Parameter 'formula')", error.Message);
    }

    [Fact]
    public void Write_RulesOfAnotherModel_SaysSo()
    {
        var formula = Exported.Of(builder => builder.X(), Exported.Number());
        var rules = new AnswerRules { Decision = new() { For = "f1", Threshold = 0.5 } };

        var error = Assert.Throws<ArgumentException>(() => OnnxExport.Write(formula, Exported.Header(rules), Stream.Null, TestContext.Current.CancellationToken));

        Assert.Equal("The rules of the header do not fit the formula: a model that answers numbers has no rule for classes. Take those of the same package. (Parameter 'header')", error.Message);
    }

    [Fact]
    public void Write_Cancelled_Ends()
    {
        var formula = Exported.Of(builder => builder.X(), Exported.Number());

        Assert.Throws<OperationCanceledException>(() => OnnxExport.Write(formula, Exported.Header(), Stream.Null, new(canceled: true)));
    }

    [Fact]
    public void Write_ModelAndVersion_StandInTheFile()
    {
        var text = Encoding.UTF8.GetString(Exported.Bytes(Exported.Of(builder => builder.X(), Exported.Number())));

        Assert.Contains("Modelwright", text, StringComparison.Ordinal);
        Assert.Contains($"Model {new string('a', 64)}. Each input is a column of rows x 1: numbers in double precision, NaN where missing; texts, empty where missing. Output 'value' is the answered number.", text, StringComparison.Ordinal);
    }

    private static FormulaNode Twice(FormulaBuilder builder, double[] first, double[] second) =>
        builder.Of(FormulaOperation.Add, builder.Of(FormulaOperation.Multiply, builder.X(), builder.Constants(first)), builder.Constants(second));

    private static IReadOnlyList<FormulaGap> Gaps(Formula formula)
    {
        using var stream = new MemoryStream();
        var gaps = OnnxExport.Write(formula, Exported.Header(), stream, TestContext.Current.CancellationToken);
        Assert.Equal(0, stream.Length);
        Assert.Equal(gaps, OnnxExport.Gaps(formula, Exported.Header(), TestContext.Current.CancellationToken));
        return gaps;
    }
}
